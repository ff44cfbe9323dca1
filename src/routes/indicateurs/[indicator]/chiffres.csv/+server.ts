import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { FIGURE_COLUMNS } from '#publishing/spreadsheet/indicator-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { knownIndicator } from '../known-indicator.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { indicator } = await knownIndicator(params);
  const { id, title, unit, source, values } = indicator;
  const rows = values.map((value) => ({ indicator: id, title, unit, source, ...value }));
  return csvResponse(`indicateur-${id}-chiffres`, csvFile(FIGURE_COLUMNS, rows));
};
