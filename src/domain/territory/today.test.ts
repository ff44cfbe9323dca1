import { describe, expect, test } from 'vitest';
import type { MunicipalityCode } from './municipality.ts';
import { dayIn, timeZoneOf } from './today.ts';

const day = (code: string, instant: string) => dayIn(code as MunicipalityCode, new Date(instant));

describe('the day in a municipality', () => {
  test('changes at midnight of Champigny, not of Greenwich, in winter and in summer', () => {
    expect(day('94017', '2026-01-31T22:59:59Z')).toBe('2026-01-31');
    expect(day('94017', '2026-01-31T23:00:00Z')).toBe('2026-02-01');
    expect(day('94017', '2026-07-14T21:59:59Z')).toBe('2026-07-14');
    expect(day('94017', '2026-07-14T22:00:00Z')).toBe('2026-07-15');
  });

  test.each([
    ['97209', 'Fort-de-France', '2026-03-15'],
    ['97302', 'Cayenne', '2026-03-15'],
    ['97502', 'Saint-Pierre', '2026-03-15'],
    ['98735', 'Papeete', '2026-03-15'],
    ['94017', 'Champigny-sur-Marne', '2026-03-16'],
    ['2A004', 'Ajaccio', '2026-03-16'],
    ['97411', 'Saint-Denis de La Réunion', '2026-03-16'],
    ['97611', 'Mamoudzou', '2026-03-16'],
    ['98818', 'Nouméa', '2026-03-16'],
  ])('at one instant it is in %s (%s) the %s', (code, _name, expected) => {
    expect(day(code, '2026-03-16T01:30:00Z')).toBe(expected);
  });

  test('is already tomorrow in Nouméa and in Wallis while it is noon in Paris', () => {
    expect(day('98818', '2026-12-31T13:30:00Z')).toBe('2027-01-01');
    expect(day('98613', '2026-12-31T12:30:00Z')).toBe('2027-01-01');
    expect(day('75056', '2026-12-31T13:30:00Z')).toBe('2026-12-31');
  });

  test('knows that the Marquesas are half an hour ahead of Tahiti', () => {
    expect(day('98735', '2026-05-02T09:45:00Z')).toBe('2026-05-01');
    expect(day('98731', '2026-05-02T09:45:00Z')).toBe('2026-05-02');
  });

  test('uses only zones that the machine knows', () => {
    for (const code of ['97101', '97701', '97801', '98411', '98414', '98415', '98613', '98719', '98901']) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: timeZoneOf(code as MunicipalityCode) })).not.toThrow();
    }
  });
});
