import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { originalResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { evidenceFile } from '#server/storage/evidence-files.ts';
import { fileNameOf } from '#ui/addresses.ts';
import { evidenceAsked } from '../../evidence-asked.ts';

/** Always saved, never shown: it may be any kind of file. */
export const GET: RequestHandler = async ({ params }) => {
  const { db } = await runtime();
  const file = (await evidenceFile(db, evidenceAsked(params))) ?? error(404);
  return originalResponse(fileNameOf(file.filename), file);
};
