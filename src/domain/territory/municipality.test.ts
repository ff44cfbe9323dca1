import { expect, test } from 'vitest';
import { isMunicipalityCode } from './municipality.ts';

test('a municipality code knows Corsica, in capitals only', () => {
  expect(isMunicipalityCode('2A004')).toBe(true);
  expect(isMunicipalityCode('2a004')).toBe(false);
});

test.each(['', '9401', '940171', 'champigny', '2C004', "94017'--", '９４０１７'])(
  '%j is no municipality code',
  (text) => {
    expect(isMunicipalityCode(text)).toBe(false);
  },
);
