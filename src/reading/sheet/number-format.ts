/** What a number format of a spreadsheet makes of its number: a day, a month, a share, euros (ECMA-376 18.8.30). */
import type { DayPrecision } from './workbook.ts';

export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'unit'; readonly unit: '%' | '€' }
  | { readonly kind: 'date'; readonly precision: DayPrecision }
  /** Hours and minutes without a day. */
  | { readonly kind: 'time' };

const PLAIN = { kind: 'plain' } as const;
const DAY = { kind: 'date', precision: 'day' } as const;

/** Formats that a file names by number without writing them. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'unit', unit: '%' };
  if (id === 17) return { kind: 'date', precision: 'month' };
  if ((id >= 14 && id <= 16) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return DAY;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return { kind: 'time' };
  return PLAIN;
}

/** `[$-40C]d mmm yyyy`, `# ##0,00 "€"`, `mmm-yy`, `jj/mm/aaaa` as some French programs write it. */
export function formatWritten(code: string): NumberFormat {
  // The first section is the one of positive numbers.
  const [section = ''] = code.split(';');
  const euros = section.includes('€');
  const letters = section
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[\$[^\]]*\]/g, '')
    .replace(/\[[^\]]*\]/g, (elapsed) => (/^\[(?:h+|m+|s+)\]$/i.test(elapsed) ? 'h' : ''))
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .toLowerCase();
  if (/^general$|^standard$|^@$/.test(letters.trim())) return PLAIN;
  const hasYear = /[ya]{2}/.test(letters);
  const hasDay = /[dj]/.test(letters);
  const hasTime = /[hs]/.test(letters);
  if (hasDay) return DAY;
  if (hasYear) return { kind: 'date', precision: letters.includes('m') ? 'month' : 'year' };
  if (hasTime) return { kind: 'time' };
  if (/m{3,}/.test(letters)) return { kind: 'date', precision: 'month' };
  if (letters.includes('%')) return { kind: 'unit', unit: '%' };
  return euros ? { kind: 'unit', unit: '€' } : PLAIN;
}

const DAY_IN_MILLISECONDS = 86_400_000;

/**
 * The day of a serial number, YYYY-MM-DD; null outside of 1900–9999. Excel counts a 29 February 1900 that never was: days
 * before March 1900 are not asked for.
 */
export function serialDay(serial: number, epoch: 1900 | 1904): string | null {
  const days = Math.floor(serial) + (epoch === 1904 ? 1462 : 0);
  if (!Number.isFinite(days) || days < 61 || days > 2_958_465) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
}
