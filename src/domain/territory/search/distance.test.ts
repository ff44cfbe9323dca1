import { distance as editDistance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareDistance } from './distance.ts';

const word = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'o'), maxLength });

describe('the distance from words to the beginning of a name', () => {
  test.each([
    ['champ', 'champigny', 0],
    ['champini', 'champigny', 2],
    ['shampigny', 'champigny', 1],
    ['champigny', 'champ', 4],
    ['', 'champigny', 0],
    ['a', '', 1],
  ])('from %s to %s is %i', (wanted, name, expected) => {
    expect(prepareDistance(wanted)(name, 9)).toBe(expected);
  });

  test('is the least edit distance to any beginning, as the slow way finds it', () => {
    fc.assert(
      fc.property(word(12), word(20), (wanted, name) => {
        const beginnings = Array.from({ length: name.length + 1 }, (_, length) => name.slice(0, length));
        const expected = Math.min(...beginnings.map((beginning) => editDistance(wanted, beginning)));
        expect(prepareDistance(wanted)(name, 20)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  test('compares words of thirty-one letters and more without going astray', () => {
    const long = 'saintremyenbouzemontsaintgenestetisson';
    expect(prepareDistance(long)(long, 3)).toBe(0);
    expect(prepareDistance(long.replace('bouze', 'bouse'))(long, 3)).toBe(1);
  });
});
