import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { isBounded } from '#domain/observatory/listed.ts';
import { MEASURE_COLUMNS } from '#publishing/spreadsheet/charter-columns.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { csvResponse } from '#server/http/files.ts';
import { measureFigures } from '#server/open-data/measure-figures.ts';
import { runtime } from '#server/runtime.ts';
import { NOT_BY_DATE } from '#ui/messages/observatory-list.fr.ts';
import { cellOf } from '#ui/observatory/asked.ts';
import { measuresShown } from '#ui/observatory/overview-shown.ts';
import { partAsked } from '../observatoire/part-asked.ts';

export const GET: RequestHandler = async ({ url }) => {
  const { db } = await runtime();
  const { asked, edition } = await partAsked(db, url.searchParams);
  if (isBounded(asked.period)) error(400, NOT_BY_DATE);
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
