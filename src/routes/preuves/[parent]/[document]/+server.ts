import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { originalResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { evidenceFile } from '#server/storage/evidence-files.ts';
import { fileNameOf, idIn } from '#ui/addresses.ts';

/** `e12` is an assessment, `r3` a remark. Always saved, never shown: it may be any kind of file. */
export const GET: RequestHandler = async ({ params }) => {
  const [, kind, digits = ''] = /^([er])([1-9]\d{0,9})$/.exec(params.parent) ?? error(404);
  const document = idIn(params.document) ?? error(404);
  const { db } = await runtime();
  const said = kind === 'e' ? { assessment: Number(digits) } : { remark: Number(digits) };
  const file = (await evidenceFile(db, { said, document })) ?? error(404);
  return originalResponse(fileNameOf(file.filename), file);
};
