import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { MAP_COLUMNS } from '#publishing/spreadsheet/observatory-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { countedAt } from '#server/storage/campaign-progress.ts';
import { departmentFigures } from '#server/storage/observatory-map.ts';
import { inSharedWords } from '#ui/observatory/former-words.ts';
import { MAP_FIELD, mapFigureAsked, mapFigureFaults } from '#ui/observatory/map-asked.ts';
import { fileAsked } from '../file-asked.ts';

export const GET: RequestHandler = async ({ url }) => {
  const { db } = await runtime();
  const found = await fileAsked(db, url.searchParams, {
    page: '/carte',
    own: Object.values(MAP_FIELD),
    ownFaults: ({ edition }) => mapFigureFaults(inSharedWords(url.searchParams), edition),
    resource: 'mesures',
  });
  if (found instanceof Response) return found;
  const { asked, edition } = found.part;
  const { size, standing } = asked;
  const figure = mapFigureAsked(found.fields, edition);
  const [rows, at] = await Promise.all([
    departmentFigures(db, { edition: edition.id, size, standing, figure }),
    countedAt(db, edition.id),
  ]);
  const measure = figure.kind === 'measure' ? figure.measure : null;
  return csvResponse(
    'observatoire-carte',
    csvFile(
      MAP_COLUMNS,
      rows.map((row) => ({ ...row, edition: edition.id, measure, size, standing, countedAt: at })),
    ),
  );
};
