import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { EVENT_COLUMNS, type EventRow } from '#publishing/spreadsheet/event-columns.ts';
import { csvResponse, placeFileName } from '#server/http/files.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { publicSittings } from '#server/storage/committee-sittings.ts';
import { publicEvents } from '#server/storage/follow-up-events.ts';
import { eventLines } from '#ui/events/event-line.ts';
import { followUpEntries } from '#ui/events/follow-up-entries.ts';
import { sittingTitle } from '#ui/messages/events/events.fr.ts';
import { followUpPlace, todayAt } from '../follow-up-place.ts';

export const GET: RequestHandler = async (event) => {
  const { db, place, code, zone } = await followUpPlace(event);
  const [events, sittings, promises] = await Promise.all([
    publicEvents(db, code),
    publicSittings(db, code, new Date()),
    promiseLines(db, place),
  ]);
  const lines = eventLines(events, { today: todayAt(zone), place: place.kind, promise: promises.of });
  const rows = followUpEntries(lines, sittings).map((entry): EventRow => {
    if (entry.kind === 'sitting')
      return { kind: 'sitting', place, ...entry.sitting, title: sittingTitle(entry.sitting.meeting) };
    const { event: line } = entry;
    return {
      ...line,
      place,
      promises: line.promises.map(({ item }) => item),
      answers: line.answers?.id ?? null,
      withdrawnAt: line.withdrawn?.at ?? null,
    };
  });
  return csvResponse(`${placeFileName(code)}-suivi`, csvFile(EVENT_COLUMNS, rows));
};
