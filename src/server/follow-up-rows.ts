/** What happened at a place since the signature, as its public file lists it: what each side tells, and the open meetings. */
import { dayIn } from '#domain/shared/local-day.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { EventRow } from '#publishing/spreadsheet/event-columns.ts';
import { eventLines } from '#ui/events/event-line.ts';
import { followUpEntries } from '#ui/events/follow-up-entries.ts';
import { sittingTitle } from '#ui/messages/events/events.fr.ts';
import { promiseLines } from './promise-lines.ts';
import { publicSittings } from './storage/committee-sittings.ts';
import type { Db } from './storage/connection.ts';
import { publicEvents } from './storage/follow-up-events.ts';
import type { PlaceRef } from './storage/places.ts';

/** `zone`: of the place, where its day is counted. */
export type FollowUpAt = {
  readonly place: PlaceRef;
  readonly code: PlaceCode;
  readonly zone: string;
  readonly now: Date;
};

/** Latest first. */
export async function followUpRows(db: Db, { place, code, zone, now }: FollowUpAt): Promise<readonly EventRow[]> {
  const [events, sittings, promises] = await Promise.all([
    publicEvents(db, code),
    publicSittings(db, code, now),
    promiseLines(db, place),
  ]);
  const lines = eventLines(events, { today: dayIn(now, zone), place: place.kind, promise: promises.of });
  return followUpEntries(lines, sittings).map((entry): EventRow => {
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
}
