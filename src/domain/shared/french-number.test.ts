import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrenchNumber } from './french-number.ts';

test.each([
  ['12', 12],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1 234,5', 1234.5],
  ['1 234 567', 1_234_567],
  ['1 234,50', 1234.5],
  ['12,5 %', 12.5],
  ['650€', 650],
  ['-3', -3],
  ['−3', -3],
  ['0.125', 0.125],
  ['0', 0],
  ['1234.5678', 1234.5678],
])('%s is %d', (typed, value) => {
  expect(readFrenchNumber(typed)).toEqual({ kind: 'number', value });
});

test.each(['', '  ', '-', '–', 'n.d.', 'ND', 'N/A', 'nc', '?', 'inconnu', 'Non communiqué', '…'.normalize('NFKC')])(
  '%s is unknown, not zero',
  (typed) => {
    expect(readFrenchNumber(typed)).toEqual({ kind: 'unknown' });
  },
);

test('a point before three digits may be a thousand or a decimal: it is asked', () => {
  expect(readFrenchNumber('1.234')).toEqual({ kind: 'ambiguous' });
  expect(readFrenchNumber('12.345')).toEqual({ kind: 'ambiguous' });
});

test.each(['#REF!', '#N/A', '=A1+2', '10 à 15', 'environ 12', '1,2,3', '1e5', 'Infinity', '12 toilettes'])(
  '%s is no number',
  (typed) => {
    expect(readFrenchNumber(typed)).toEqual({ kind: 'not-a-number' });
  },
);

test('the unit may stand after the number', () => {
  expect(readFrenchNumber('12 toilettes', 'toilettes')).toEqual({ kind: 'number', value: 12 });
});

test('figures that no town counts are given back', () => {
  expect(readFrenchNumber('9999999999999')).toEqual({ kind: 'out-of-bounds' });
  expect(readFrenchNumber('0,123456')).toEqual({ kind: 'out-of-bounds' });
});

test('what Intl writes in French is read back', () => {
  const write = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4 });
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9999 }), (whole, part) => {
      const value = whole + part / 10_000;
      const read = readFrenchNumber(write.format(value));
      expect(read.kind === 'number' ? read.value : read.kind).toBeCloseTo(value, 4);
    }),
  );
});
