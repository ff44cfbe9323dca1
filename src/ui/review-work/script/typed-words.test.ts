import { expect, test } from 'vitest';
import { forgetOldWords, keepWords, typedWords, type Shelf } from './typed-words.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);
const FIELDS = [['sentence', 'Le menu est au marché.']] as const;

function shelfWith(kept: Readonly<Record<string, string>> = {}): Shelf & { readonly names: () => string[] } {
  const values = new Map(Object.entries(kept));
  return {
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
    key: (rank) => [...values.keys()][rank] ?? null,
    get length() {
      return values.size;
    },
    names: () => [...values.keys()],
  };
}

test('words come back as they were typed, until they are forgotten', () => {
  const shelf = shelfWith();
  keepWords(shelf, 'bilan-7-m15-a', { fields: FIELDS, at: NOW });
  expect(typedWords(shelf, 'bilan-7-m15-a')).toEqual(FIELDS);
  expect(typedWords(shelf, 'bilan-7-m15-b')).toBeNull();
  keepWords(shelf, 'bilan-7-m15-a', { fields: null, at: NOW });
  expect(typedWords(shelf, 'bilan-7-m15-a')).toBeNull();
});

test('after a week they are gone, whoever typed them and on whatever form; a choice of keys stays', () => {
  const shelf = shelfWith({ 'bilan-touches': 'non', 'bilan-3-m1-c': '[["sentence","written before dates were"]]' });
  keepWords(shelf, 'bilan-7-m15-a', { fields: FIELDS, at: NOW - 7 * DAY });
  keepWords(shelf, 'bilan-8-pA-b', { fields: FIELDS, at: NOW - 7 * DAY + 1 });
  forgetOldWords(shelf, NOW);
  expect(shelf.names()).toEqual(['bilan-touches', 'bilan-8-pA-b']);
});
