import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafAt, leavesOf } from './leaves.ts';

test('leaves joined are the text, and none is empty', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 30 })),
      fc.integer({ min: 2, max: 40 }),
      (lines, length) => {
        const text = lines.join('\n');
        const parts = leavesOf(text, length).map(({ start, end }) => text.slice(start, end));
        expect(parts.join('')).toBe(text);
        expect(parts.every((part) => part !== '' && part.length <= length)).toBe(true);
        expect(parts.every((part) => part.isWellFormed())).toBe(true);
      },
    ),
  );
});

test('a leaf ends between paragraphs when there is one near, at a line otherwise', () => {
  const text = `${'a'.repeat(60)}\n\n${'b'.repeat(30)}\n${'c'.repeat(60)}`;
  expect(leavesOf(text, 100).map(({ start, end }) => text.slice(start, end))).toEqual([
    `${'a'.repeat(60)}\n\n`,
    `${'b'.repeat(30)}\n${'c'.repeat(60)}`,
  ]);
  const lines = 'x'.repeat(9).concat('\n').repeat(5);
  expect(leavesOf(lines, 25).map(({ end }) => end)).toEqual([20, 40, 50]);
});

test('finds the leaf of a position', () => {
  const leaves = [
    { start: 0, end: 10 },
    { start: 10, end: 20 },
  ];
  expect([0, 9, 10, 19, 20, 99].map((position) => leafAt(leaves, position))).toEqual([0, 0, 1, 1, 1, 1]);
  expect(leafAt([], 0)).toBe(0);
});
