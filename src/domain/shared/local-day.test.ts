import { expect, test } from 'vitest';
import { dayAfter, daysBetween, endOfDay, isDay, localDay, zoneOf } from './local-day.ts';

const EVENING = new Date('2026-03-14T22:30:00Z');

test('the same instant is another day overseas', () => {
  expect(localDay(EVENING, '94')).toBe('2026-03-14');
  expect(localDay(EVENING, '974')).toBe('2026-03-15');
  expect(localDay(EVENING, '988')).toBe('2026-03-15');
  expect(localDay(new Date('2026-03-15T02:00:00Z'), '972')).toBe('2026-03-14');
});

test('a day ends at midnight there, in winter and in summer', () => {
  expect(endOfDay('2026-01-31', zoneOf('94')).toISOString()).toBe('2026-01-31T23:00:00.000Z');
  expect(endOfDay('2026-07-31', zoneOf('94')).toISOString()).toBe('2026-07-31T22:00:00.000Z');
  expect(endOfDay('2026-07-31', zoneOf('987')).toISOString()).toBe('2026-08-01T10:00:00.000Z');
  expect(endOfDay('2026-07-31', zoneOf('986')).toISOString()).toBe('2026-07-31T12:00:00.000Z');
});

test('the days on which clocks change have their own length', () => {
  expect(endOfDay('2026-03-29', zoneOf('94')).toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(endOfDay('2026-10-25', zoneOf('94')).toISOString()).toBe('2026-10-25T23:00:00.000Z');
});

test('every zone is one that the machine knows', () => {
  const codes = ['971', '972', '973', '974', '975', '976', '977', '978', '986', '987', '988', '2A'];
  for (const code of codes) expect(localDay(EVENING, code)).toMatch(/^2026-03-1[45]$/);
});

test('days are added over months and leap years', () => {
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
  expect(dayAfter('2026-12-31', 30)).toBe('2027-01-30');
  expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
});

test('days are counted over leap years and a change of clocks, backwards too', () => {
  expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2027-03-01', '2027-03-01')).toBe(0);
  expect(daysBetween('2027-03-01', '2026-03-01')).toBe(-365);
});

test('the thirtieth of February is no day', () => {
  expect(isDay('2026-02-30')).toBe(false);
  expect(isDay('2026-2-3')).toBe(false);
  expect(isDay('2028-02-29')).toBe(true);
});
