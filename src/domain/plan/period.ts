/**
 * When a figure is from, as exactly as it was said: a day, a month or a year. A year is kept with its last day, so that figures
 * stand in order, and is never shown as a day.
 */
import { isDay } from '../shared/local-day.ts';

export const PRECISIONS = ['day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** `on`: YYYY-MM-DD, the last day of what was said. Years 1900 to 2200. */
export type Period = { readonly on: string; readonly precision: Precision };

const MONTHS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'];

/**
 * `2027`, `03/2027`, `2027-03`, `mars 2027`, `déc. 2027`, `31/12/2027`, `2027-12-31`. Null: it is none of
 * these (`31.12.27`: of which century?), or no day of the calendar. Days come before months, as French writes them.
 */
export function readPeriod(typed: string): Period | null {
  const text = fold(typed);
  const year = /^(\d{4})$/.exec(text);
  if (year !== null) return ofYear(Number(year[1]));
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[t ]00:00(?::00)?)?$/.exec(text);
  if (iso !== null) return ofParts(Number(iso[1]), Number(iso[2]), iso[3]);
  const slashed = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (slashed !== null) return ofParts(Number(slashed[3]), Number(slashed[2]), slashed[1]);
  const said = /^(?:(\d{1,2})(?:er)? )?([a-z]+)\.? (\d{4})$/.exec(text);
  if (said === null) return null;
  const month = monthNamed(said[2] ?? '');
  return month === 0 ? null : ofParts(Number(said[3]), month, said[1]);
}

/** 1 to 12, by its name or its first letters; 0: none, or two of them (« jui »). */
function monthNamed(word: string): number {
  const found = MONTHS.flatMap((start, index) =>
    word.startsWith(start) || (word.length >= 3 && start.startsWith(word)) ? [index + 1] : [],
  );
  return found.length === 1 ? (found[0] ?? 0) : 0;
}

function fold(typed: string): string {
  return typed.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

export function ofYear(year: number): Period | null {
  return year < 1900 || year > 2200 ? null : { on: `${year}-12-31`, precision: 'year' };
}

function ofParts(year: number, month: number, day: string | undefined): Period | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return null;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return { on: `${start}-${String(last).padStart(2, '0')}`, precision: 'month' };
  }
  const on = `${start}-${day.padStart(2, '0')}`;
  return isDay(on) ? { on, precision: 'day' } : null;
}
