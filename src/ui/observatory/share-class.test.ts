import { expect, test } from 'vitest';
import { shareClass } from './share-class.ts';

test.each([
  [0, 10, 'share s0'],
  [0, 0, 'share s0'],
  [1, 40_000, 'share s1'],
  [87, 100, 'share s87'],
  [40_000, 40_000, 'share s100'],
])('%d of %d is drawn as %s', (part, whole, drawn) => {
  expect(shareClass(part, whole)).toBe(drawn);
});
