import { describe, expect, test } from 'vitest';
import { changeOf, changeSince, wordsBefore } from './change.ts';
import type { MeasureWords, Origin } from './draft.ts';

const said = (title: string): MeasureWords => ({ title, introduction: [], levels: [] });
const PUBLISHED: Readonly<Record<string, MeasureWords>> = {
  'local-rivemont-2026/5': said('Du pain fait ici'),
  'pacte-transition-2020/7': said('Des repas biologiques et locaux'),
  'pacte-transition-2020/8': said('Des terres pour nourrir la ville'),
};
const wordsOf = ({ edition, measure }: Origin) => PUBLISHED[`${edition}/${measure}`] ?? null;
const OWN: Origin = { edition: 'local-rivemont-2026', measure: 5 };
const MEALS: Origin = { edition: 'pacte-transition-2020', measure: 7 };
const LAND: Origin = { edition: 'pacte-transition-2020', measure: 8 };

function changeOfOne(words: MeasureWords | null, ...origins: readonly Origin[]) {
  const measure = { id: 1, origins, words };
  return changeOf(measure, { all: [measure], wordsOf });
}

describe('a measure of a local edition that answers one measure of each of two editions', () => {
  test('is no merger: it is said as it stands to the one that it comes from first', () => {
    expect(changeOfOne(said('Du pain fait ici'), OWN, MEALS)).toBe('kept');
    expect(changeOfOne(said('Du pain fait chez nous'), OWN, MEALS)).toBe('modified');
  });

  test('has changed since one, and is the same as in the other', () => {
    const measure = { id: 1, origins: [OWN, MEALS], words: said('Du pain fait ici') };
    const since = (edition: string) => changeSince(edition, measure, { all: [measure], wordsOf });
    expect(since(OWN.edition)).toBe('kept');
    expect(since(MEALS.edition)).toBe('modified');
    expect(since('coorace-2020')).toBe('added');
  });

  test('is compared, word by word, with the one alone', () => {
    expect(wordsBefore({ origins: [OWN, MEALS] }, wordsOf)).toEqual([said('Du pain fait ici')]);
    expect(wordsBefore({ origins: [MEALS, LAND] }, wordsOf)).toHaveLength(2);
  });
});

test('two measures of one edition make a merger, wherever else it comes from', () => {
  expect(changeOfOne(said('Manger local'), MEALS, LAND)).toBe('merged');
  expect(changeOfOne(said('Manger local'), MEALS, OWN, LAND)).toBe('merged');
});

test('taken out, it is removed; from nowhere, it is added', () => {
  expect(changeOfOne(null, OWN, MEALS)).toBe('removed');
  expect(changeOfOne(said('Protéger l’eau'))).toBe('added');
});

test('it is split while another living measure comes from the same one', () => {
  const one = { id: 1, origins: [MEALS], words: said('Des repas biologiques') };
  const other = { id: 2, origins: [MEALS], words: said('Des repas locaux') };
  expect(changeOf(one, { all: [one, other], wordsOf })).toBe('split');
  expect(changeOf(one, { all: [one, { ...other, words: null }], wordsOf })).toBe('modified');
});

test('is kept when nothing but typography changed, modified by one letter or by the place of a clause', () => {
  const words: MeasureWords = {
    title: "L'eau",
    introduction: [],
    levels: [{ level: 1, clauses: ["Protéger l'eau", 'La compter'] }],
  };
  const since = (now: MeasureWords) => {
    const measure = { id: 1, origins: [MEALS], words: now };
    return changeOf(measure, { all: [measure], wordsOf: () => words });
  };
  expect(since({ ...words, title: 'L’eau', levels: [{ level: 1, clauses: ['Protéger l’eau', 'La compter'] }] })).toBe(
    'kept',
  );
  expect(since({ ...words, title: 'L’eaux' })).toBe('modified');
  expect(since({ ...words, levels: [{ level: 1, clauses: ['La compter', "Protéger l'eau"] }] })).toBe('modified');
  expect(since({ ...words, levels: [{ level: 2, clauses: ["Protéger l'eau", 'La compter'] }] })).toBe('modified');
});
