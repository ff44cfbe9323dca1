/** Days in cells: written DD/MM/YYYY, read in the ways in which one day can be meant and no other. */
import { isDay } from '../../shared/local-day.ts';

export type DayWritten =
  | { readonly kind: 'day'; readonly day: string }
  /** The shape of a day that no calendar has: 31/02/2026. */
  | { readonly kind: 'no-such-day' }
  /** `12/03/26`: the century is not said. */
  | { readonly kind: 'short-year' }
  /** « mars 2026 », « fin de mandat »: words. */
  | { readonly kind: 'words' };

export function dayWritten(text: string): DayWritten {
  const plain = text.normalize('NFKC').trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(plain);
  if (iso !== null) return checked([iso[1], iso[2], iso[3]]);
  const french = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?: 00:00(?::00)?)?$/.exec(plain);
  if (french !== null) return checked([french[3], french[2], french[1]]);
  if (/^\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2}$/.test(plain)) return { kind: 'short-year' };
  const named = /^(\d{1,2})(?:er)?\s+(\p{L}+)\.?\s+(\d{4})$/u.exec(plain);
  const month = named === null ? -1 : monthOf(named[2] ?? '');
  if (named !== null && month > 0) return checked([named[3], String(month), named[1]]);
  return { kind: 'words' };
}

/** YYYY-MM-DD as DD/MM/YYYY. */
export function dayAsWritten(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function checked([year = '', month = '', dayOfMonth = '']: readonly (string | undefined)[]): DayWritten {
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isDay(day) && year >= '1900' && year <= '2200' ? { kind: 'day', day } : { kind: 'no-such-day' };
}

const MONTHS = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
] as const;

function monthOf(word: string): number {
  const key = word
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return MONTHS.findIndex((names) => names.some((name) => name === key)) + 1;
}
