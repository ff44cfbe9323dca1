import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { MAP_COLUMNS } from '#publishing/spreadsheet/observatory-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { departmentFigures } from '#server/storage/observatory-map.ts';
import { mapFigureAsked } from '#ui/observatory/map-asked.ts';
import { partAsked } from '../part-asked.ts';

export const GET: RequestHandler = async ({ url }) => {
  const { db } = await runtime();
  const { asked, edition } = await partAsked(db, url.searchParams);
  const figure = mapFigureAsked(url.searchParams, edition);
  const rows = await departmentFigures(db, { edition: edition.id, size: asked.size, standing: asked.standing, figure });
  const measure = figure.kind === 'measure' ? figure.measure : null;
  return csvResponse(
    'observatoire-carte',
    csvFile(
      MAP_COLUMNS,
      rows.map((row) => ({ ...row, edition: edition.id, measure })),
    ),
  );
};
