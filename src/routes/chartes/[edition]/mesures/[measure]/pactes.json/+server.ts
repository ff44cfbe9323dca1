import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { numberIn } from '#ui/addresses.ts';
import { editionById } from '#server/charters.ts';
import { withMeasureTitle } from '#server/charter-words.ts';
import { streamedJson } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { commitmentRows } from '#server/storage/signed-rows.ts';

export const GET: RequestHandler = async ({ params }) => {
  const edition = (editionById(params.edition) ?? error(404)).id;
  const measure = numberIn(params.measure) ?? error(404);
  const { db } = await runtime();
  return streamedJson(`${edition}-mesure-${measure}`, async (after) =>
    withMeasureTitle(await commitmentRows(db, { edition, measure, ...(after === undefined ? {} : { after }) })),
  );
};
