import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { LEVEL_COLUMNS } from '#publishing/spreadsheet/charter-columns.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { editionById } from '#server/charters.ts';
import { levelRows } from '#server/edition-lists.ts';
import { csvResponse } from '#server/http/files.ts';

export const GET: RequestHandler = ({ params }) => {
  const edition = editionById(params.edition) ?? error(404);
  return csvResponse(`${edition.id}-niveaux`, csvFile(LEVEL_COLUMNS, levelRows(edition)));
};
