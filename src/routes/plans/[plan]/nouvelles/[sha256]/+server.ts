import { error, type RequestHandler } from '@sveltejs/kit';
import { keptFileResponse } from '#server/http/kept-file.ts';
import { runtime } from '#server/runtime.ts';
import { publicNewsFile } from '#server/storage/action-news.ts';
import { idIn, titledFileName } from '#ui/addresses.ts';
import { neverThereOrGone } from '../../../../gone.ts';

/** A photograph or document that came with news that everybody may read. Found through its plan, by its hash. */
export const GET: RequestHandler = async ({ params }) => {
  const plan = idIn(params['plan'] ?? '') ?? error(404);
  const { db } = await runtime();
  const found = await publicNewsFile(db, { plan, sha256: params['sha256'] ?? '' });
  const file = found ?? (await neverThereOrGone(db, { what: 'plan', id: plan }));
  return keptFileResponse({ ...file, filename: titledFileName(file.about, file.filename) }, {});
};
