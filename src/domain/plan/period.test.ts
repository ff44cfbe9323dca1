import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPeriod } from './period.ts';

test.each([
  ['2027', '2027-12-31', 'year'],
  ['03/2027', '2027-03-31', 'month'],
  ['2027-02', '2027-02-28', 'month'],
  ['mars 2027', '2027-03-31', 'month'],
  ['Déc. 2028', '2028-12-31', 'month'],
  ['août 2027', '2027-08-31', 'month'],
  ['1er juin 2027', '2027-06-01', 'day'],
  ['31/12/2027', '2027-12-31', 'day'],
  ['1.6.2027', '2027-06-01', 'day'],
  ['2027-06-01', '2027-06-01', 'day'],
  ['2027-06-01 00:00:00', '2027-06-01', 'day'],
])('%s is %s, said to the %s', (typed, on, precision) => {
  expect(readPeriod(typed)).toEqual({ on, precision });
});

test.each(['', '31/02/2027', '13/2027', '31.12.27', '1899', '9999', 'bientôt', 'T1 2027', '45000', 'mai 27'])(
  '%s says no time that can be kept',
  (typed) => {
    expect(readPeriod(typed)).toBeNull();
  },
);

test('whatever is typed, what is read is a day of the calendar', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-. marsjuin'), maxLength: 14 }), (typed) => {
      const period = readPeriod(typed);
      if (period !== null) expect(new Date(`${period.on}T00:00:00Z`).toISOString().slice(0, 10)).toBe(period.on);
    }),
  );
});
