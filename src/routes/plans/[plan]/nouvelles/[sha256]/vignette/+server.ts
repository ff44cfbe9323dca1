import { error, type RequestHandler } from '@sveltejs/kit';
import { thumbnailResponse } from '#server/http/thumbnail-response.ts';
import { runtime } from '#server/runtime.ts';
import { publicNewsFile } from '#server/storage/action-news.ts';
import { idIn } from '#ui/addresses.ts';
import { neverThereOrGone } from '../../../../../gone.ts';

/** Of a photograph that came with news, for the page of its action: seen by whom the photograph itself is given to. */
export const GET: RequestHandler = async ({ params }) => {
  const plan = idIn(params['plan'] ?? '') ?? error(404);
  const sha256 = params['sha256'] ?? '';
  const { db } = await runtime();
  const file = (await publicNewsFile(db, { plan, sha256 })) ?? (await neverThereOrGone(db, { what: 'plan', id: plan }));
  return await thumbnailResponse({ ...file, sha256 });
};
