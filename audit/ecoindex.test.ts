import { expect, test } from 'vitest';
import fc from 'fast-check';
import { ecoGrade, ecoIndex } from './ecoindex.ts';

test('an empty page is perfect, an enormous one is worth nothing', () => {
  expect(ecoIndex({ elements: 0, requests: 0, bytes: 0 })).toBe(100);
  expect(ecoIndex({ elements: 594601, requests: 3920, bytes: 223212.26 * 1024 })).toBeCloseTo(0, 9);
  expect(ecoIndex({ elements: 1e9, requests: 1e9, bytes: 1e12 })).toBe(0);
});

test('on a quantile, the score is that of the quantile', () => {
  // Second quantile of each: rank 2 of 20, so one tenth is lost.
  expect(ecoIndex({ elements: 75, requests: 15, bytes: 144.7 * 1024 })).toBeCloseTo(90, 9);
});

test('elements weigh three times as much as bytes, requests twice', () => {
  const lost = (page: { elements: number; requests: number; bytes: number }) => 100 - ecoIndex(page);
  const bytes = lost({ elements: 0, requests: 0, bytes: 144.7 * 1024 });
  expect(lost({ elements: 75, requests: 0, bytes: 0 })).toBeCloseTo(3 * bytes, 9);
  expect(lost({ elements: 0, requests: 15, bytes: 0 })).toBeCloseTo(2 * bytes, 9);
});

test('more of anything never scores higher', () => {
  const weight = fc.record({ elements: fc.nat(5000), requests: fc.nat(500), bytes: fc.nat(10_000_000) });
  fc.assert(
    fc.property(weight, weight, (one, more) => {
      const sum = {
        elements: one.elements + more.elements,
        requests: one.requests + more.requests,
        bytes: one.bytes + more.bytes,
      };
      expect(ecoIndex(sum)).toBeLessThanOrEqual(ecoIndex(one));
    }),
  );
});

test('a bound belongs to the letter below', () => {
  expect([81, 80, 70.1, 70, 55, 40, 25, 10, 0].map(ecoGrade)).toEqual(['A', 'B', 'B', 'C', 'D', 'E', 'F', 'G', 'G']);
});
