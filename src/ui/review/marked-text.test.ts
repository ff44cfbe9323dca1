import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedText } from './marked-text.ts';

const TEXT = 'Un titre.\nUne promesse.\n\nUne autre, plus longue.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const whole = { start: 0, end: TEXT.length };

test('marks each passage with its proposal, and leaves the rest plain', () => {
  const pieces = markedText(TEXT, whole, [
    { id: 'a', spans: [at('Une promesse.')] },
    { id: 'b', spans: [at('Une autre')] },
  ]);
  expect(pieces.map(({ text, proposals }) => [text, ...proposals])).toEqual([
    ['Un titre.\n'],
    ['Une promesse.', 'a'],
    ['\n\n'],
    ['Une autre', 'b'],
    [', plus longue.'],
  ]);
});

test('words shared by two proposals belong to both', () => {
  const pieces = markedText(TEXT, whole, [
    { id: 'a', spans: [at('Une promesse.')] },
    { id: 'b', spans: [at('promesse')] },
  ]);
  expect(pieces.filter(({ proposals }) => proposals.length > 1)).toEqual([
    { text: 'promesse', proposals: ['a', 'b'], begins: ['b'] },
  ]);
});

test('passages of one proposal that only blanks part begin once', () => {
  const pieces = markedText(TEXT, whole, [{ id: 'a', spans: [at('Une promesse.'), at('Une autre')] }]);
  expect(pieces.flatMap(({ begins }) => begins)).toEqual(['a']);
});

test('a passage cut by the end of a part goes on in the next', () => {
  const proposals = [{ id: 'a', spans: [at('Une promesse.')] }];
  const cut = at('promesse').start;
  const halves = [
    markedText(TEXT, { start: 0, end: cut }, proposals),
    markedText(TEXT, { start: cut, end: TEXT.length }, proposals),
  ];
  expect(halves.map((pieces) => pieces.find(({ proposals: ids }) => ids.includes('a'))?.text)).toEqual([
    'Une ',
    'promesse.',
  ]);
});

test('whatever the spans, the pieces joined are the part', () => {
  const span = fc.tuple(fc.nat(50), fc.nat(50)).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(fc.array(span, { maxLength: 4 }), { maxLength: 5 }), span, (all, { start, end }) => {
      const part = { start: Math.min(start, TEXT.length), end: Math.min(end, TEXT.length) };
      const proposals = all.map((spans, index) => ({ id: String(index), spans }));
      const pieces = markedText(TEXT, part, proposals);
      expect(pieces.map(({ text }) => text).join('')).toBe(TEXT.slice(part.start, part.end));
      for (const { id, spans } of proposals) {
        const length = pieces
          .filter(({ proposals: ids }) => ids.includes(id))
          .reduce((sum, { text }) => sum + text.trim().length, 0);
        const covered = new Set(
          spans.flatMap((one) =>
            TEXT.split('').flatMap((_, i) =>
              i >= one.start && i < one.end && i >= part.start && i < part.end ? [i] : [],
            ),
          ),
        );
        const letters = [...covered].filter((i) => TEXT[i]?.trim() !== '').length;
        expect(length).toBeGreaterThanOrEqual(letters);
      }
    }),
  );
});
