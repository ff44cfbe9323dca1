import { expect, test } from 'vitest';
import { AROUND, nearPassage } from './near-passage.ts';

const LINE = `${'mot '.repeat(19)}fin\n`;
const piece = (text: string, more: { own?: boolean; tags?: string[]; anchor?: string } = {}) => ({
  text,
  own: more.own ?? false,
  tags: more.tags ?? [],
  anchor: more.anchor,
});
const PART = [
  piece(LINE.repeat(40), { tags: ['before'] }),
  piece('Le passage\n', { own: true, tags: ['own'], anchor: 'passage' }),
  piece(LINE.repeat(40), { tags: ['after'] }),
];

test('the passage and some whole lines around it are near, the rest is far, no word is lost', () => {
  const cut = nearPassage(PART, ({ own }) => own);
  expect(cut.map(({ far }) => far)).toEqual([true, false, false, false, true]);
  expect(cut.map(({ text }) => text).join('')).toBe(PART.map(({ text }) => text).join(''));
  const near = cut.filter(({ far }) => !far).map(({ text }) => text);
  expect(near.map((text) => text.endsWith('\n'))).toEqual([true, true, true]);
  expect(near[0]?.length).toBeGreaterThan(LINE.length);
  expect(near[0]?.length).toBeLessThanOrEqual(AROUND);
});

test('names and the anchor stand once, where their piece begins', () => {
  const cut = nearPassage(PART, ({ own }) => own);
  expect(cut.map(({ tags }) => tags)).toEqual([['before'], [], ['own'], ['after'], []]);
  expect(cut.map(({ anchor }) => anchor)).toEqual([undefined, undefined, 'passage', undefined, undefined]);
});

test('without a passage here, the first lines are near', () => {
  expect(nearPassage([piece(LINE.repeat(40))], ({ own }) => own).map(({ far }) => far)).toEqual([false, true]);
});

test('a short part is near as a whole, an empty one has nothing', () => {
  expect(nearPassage([piece('Court.')], ({ own }) => own).map(({ far }) => far)).toEqual([false]);
  expect(nearPassage<(typeof PART)[number]>([], ({ own }) => own)).toEqual([]);
});

test('two passages far apart are both near, what is between is far', () => {
  const cut = nearPassage([...PART, piece('Aussi ici', { own: true })], ({ own }) => own);
  expect(cut.map(({ far }) => far)).toEqual([true, false, false, false, true, false, false]);
});
