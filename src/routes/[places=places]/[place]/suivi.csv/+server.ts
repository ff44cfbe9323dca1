import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { EVENT_COLUMNS } from '#publishing/spreadsheet/event-columns.ts';
import { followUpRows } from '#server/follow-up-rows.ts';
import { csvResponse, placeFileName } from '#server/http/files.ts';
import { followUpPlace } from '../follow-up-place.ts';

export const GET: RequestHandler = async (event) => {
  const { db, place, code, zone } = await followUpPlace(event);
  const rows = await followUpRows(db, { place, code, zone, now: new Date() });
  return csvResponse(`${placeFileName(code)}-suivi`, csvFile(EVENT_COLUMNS, rows));
};
