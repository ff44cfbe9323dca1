/** What happened at a place, in one list: what each side tells, and the meetings of its committee. */
import type { PublicMeeting } from '#domain/committee/public-meeting.ts';
import type { EventLine } from './event-line.ts';

/** `id` is that of its place on the page, and of the part of the list that comes after it. */
export type FollowUpEntry =
  | { readonly kind: 'event'; readonly id: string; readonly on: string; readonly event: EventLine }
  | { readonly kind: 'sitting'; readonly id: string; readonly on: string; readonly sitting: PublicMeeting };

/** Latest first; both lists come so. */
export function followUpEntries(
  events: readonly EventLine[],
  sittings: readonly PublicMeeting[],
): readonly FollowUpEntry[] {
  return latestFirst([
    ...sittings.map((sitting) => {
      const id = `s${sitting.committee}-${sitting.meeting}`;
      return { kind: 'sitting', id, on: sitting.on, sitting } as const;
    }),
    ...events.map((event) => ({ kind: 'event', id: `e${event.id}`, on: event.happenedOn, event }) as const),
  ]);
}

/** What is of one day stays as it came. */
export function latestFirst<Entry extends { readonly on: string }>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}

/** Meetings that stand, whoever tells them; `last`: the day of the latest. */
export function meetingsAmong(entries: readonly FollowUpEntry[]): {
  readonly count: number;
  readonly last: string | null;
} {
  const meetings = entries.filter(
    (entry) => entry.kind === 'sitting' || (entry.event.kind === 'meeting' && entry.event.withdrawn === null),
  );
  return { count: meetings.length, last: meetings[0]?.on ?? null };
}
