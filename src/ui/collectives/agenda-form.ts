/** The form of a date of the agenda: days and hours as the clocks of the commune say. */
import { instantOf, wallClock } from '#domain/collective/wall-clock.ts';
import type { AgendaWords } from '#domain/collective/agenda-entry.ts';
import { dayAfter } from '#domain/shared/local-day.ts';

export type TypedEntry = {
  readonly title: string;
  readonly location: string;
  readonly description: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
};

export const NO_ENTRY: TypedEntry = { title: '', location: '', description: '', day: '', from: '', to: '' };

export function typedEntry(form: FormData): TypedEntry {
  const text = (name: string, most: number): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  return {
    title: text('title', 500),
    location: text('location', 1000),
    description: text('description', 10_000),
    day: text('day', 10),
    from: text('from', 5),
    to: text('to', 5),
  };
}

/** Null: the day or an hour is none. An end before the beginning is on the next day. */
export function entryFrom({ day, from, to, ...words }: TypedEntry, zone: string): AgendaWords | null {
  const startsAt = instantOf({ day, time: from, zone });
  const endsAt = startsAt === null ? null : instantOf({ day: to <= from ? dayAfter(day, 1) : day, time: to, zone });
  return startsAt === null || endsAt === null ? null : { ...words, startsAt, endsAt, zone };
}

export function entryTyped({ title, location, description, startsAt, endsAt, zone }: AgendaWords): TypedEntry {
  const start = wallClock(startsAt, zone);
  return { title, location, description, day: start.day, from: start.time, to: wallClock(endsAt, zone).time };
}
