import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { EVENT_COLUMNS } from '#publishing/spreadsheet/event-columns.ts';
import { csvResponse, placeFileName } from '#server/http/files.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { publicEvents } from '#server/storage/follow-up-events.ts';
import { eventLines } from '#ui/events/event-line.ts';
import { followUpPlace, todayAt } from '../follow-up-place.ts';

export const GET: RequestHandler = async (event) => {
  const { db, place, code, zone } = await followUpPlace(event);
  const [events, promises] = await Promise.all([publicEvents(db, code), promiseLines(db, place)]);
  const rows = eventLines(events, { today: todayAt(zone), place: place.kind, promise: promises.of }).map((line) => ({
    ...line,
    place,
    promises: line.promises.map(({ item }) => item),
    answers: line.answers?.id ?? null,
    withdrawnAt: line.withdrawn?.at ?? null,
  }));
  return csvResponse(`${placeFileName(code)}-suivi`, csvFile(EVENT_COLUMNS, rows));
};
