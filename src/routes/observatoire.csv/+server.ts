import type { RequestHandler } from './$types';
import { MEASURE_COLUMNS } from '#publishing/spreadsheet/charter-columns.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { csvResponse } from '#server/http/files.ts';
import { measureFigures } from '#server/open-data/measure-figures.ts';
import { runtime } from '#server/runtime.ts';
import { cellOf } from '#ui/observatory/asked.ts';
import { measuresShown } from '#ui/observatory/overview-shown.ts';
import { fileAsked } from '../observatoire/file-asked.ts';

export const GET: RequestHandler = async ({ url }) => {
  const { db } = await runtime();
  const found = await fileAsked(db, url.searchParams, { page: '/niveaux', resource: 'mesures' });
  if (found instanceof Response) return found;
  const { asked, edition } = found.part;
  const shown = measuresShown(edition, asked);
  const rows = await measureFigures(db, { edition, cell: cellOf(asked) });
  return csvResponse(
    'observatoire',
    csvFile(
      MEASURE_COLUMNS,
      rows.filter(({ measure }) => shown.has(measure)),
    ),
  );
};
