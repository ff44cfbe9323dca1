import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { COMMITMENT_COLUMNS } from '#publishing/spreadsheet/pact-columns.ts';
import { numberIn } from '#ui/addresses.ts';
import { editionById } from '#server/charters.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { commitmentRows } from '#server/storage/downloads.ts';

export const GET: RequestHandler = async ({ params }) => {
  const edition = (editionById(params.edition) ?? error(404)).id;
  const measure = numberIn(params.measure) ?? error(404);
  const { db } = await runtime();
  return streamedCsv(`${edition}-mesure-${measure}`, COMMITMENT_COLUMNS, (after) =>
    commitmentRows(db, { edition, measure, ...(after === undefined ? {} : { after }) }),
  );
};
