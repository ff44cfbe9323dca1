import { expect, test } from 'vitest';
import { instantOf, wallClock } from './wall-clock.ts';

const iso = (day: string, time: string, zone: string) => instantOf({ day, time, zone })?.toISOString();

test('is the hour of the place, in winter, in summer and overseas', () => {
  expect(iso('2027-01-15', '18:30', 'Europe/Paris')).toBe('2027-01-15T17:30:00.000Z');
  expect(iso('2027-07-15', '18:30', 'Europe/Paris')).toBe('2027-07-15T16:30:00.000Z');
  expect(iso('2027-07-15', '00:30', 'Indian/Reunion')).toBe('2027-07-14T20:30:00.000Z');
  expect(iso('2027-07-15', '23:30', 'Pacific/Tahiti')).toBe('2027-07-16T09:30:00.000Z');
});

test('comes back the same, around a change of clocks too', () => {
  for (const [day, time] of [
    ['2027-03-28', '01:59'],
    ['2027-03-28', '03:00'],
    ['2027-10-31', '01:30'],
    ['2027-10-31', '03:30'],
  ] as const) {
    const instant = instantOf({ day, time, zone: 'Europe/Paris' });
    expect(instant && wallClock(instant, 'Europe/Paris')).toEqual({ day, time });
  }
});

test('an hour that the clocks skip is still an instant of that night', () => {
  expect(iso('2027-03-28', '02:30', 'Europe/Paris')).toMatch(/^2027-03-28T0[01]:30/);
});

test('what is no day or no hour is none', () => {
  for (const [day, time] of [
    ['2027-02-30', '18:30'],
    ['2027-02-28', '24:00'],
    ['2027-02-28', '18h30'],
    ['', ''],
    ['28/02/2027', '18:30'],
  ] as const) {
    expect(instantOf({ day, time, zone: 'Europe/Paris' })).toBeNull();
  }
});
