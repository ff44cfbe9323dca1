import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { TALLY_COLUMNS } from '#publishing/spreadsheet/charter-columns.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { editionById } from '#server/charters.ts';
import { tallyRows } from '#server/edition-lists.ts';
import { csvResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { id } = editionById(params.edition) ?? error(404);
  const { db } = await runtime();
  return csvResponse(`${id}-decompte`, csvFile(TALLY_COLUMNS, await tallyRows(db, { id })));
};
