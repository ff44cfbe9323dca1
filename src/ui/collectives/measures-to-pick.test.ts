import { describe, expect, test } from 'vitest';
import { loadEditions } from '#server/charters.ts';
import { measuresToPick } from './measures-to-pick.ts';

describe('the measures beside the field of their numbers', () => {
  test.each(loadEditions().map((edition) => [edition.id, edition] as const))(
    'each measure of %s is there once',
    (_, edition) => {
      const numbers = measuresToPick(edition).groups.flatMap(({ measures }) => measures.map(({ number }) => number));
      expect(numbers.toSorted((one, other) => one - other)).toEqual(edition.measures.map(({ number }) => number));
    },
  );

  test('a measure of no theme comes last, under its own title', () => {
    const [edition] = loadEditions().filter(({ groupings }) => groupings.length > 0);
    if (edition === undefined) throw new Error('no edition has themes');
    const one = { id: 'un', title: 'Un', measures: [1, 2] };
    const { groups } = measuresToPick({
      ...edition,
      measures: edition.measures.slice(0, 2),
      groupings: edition.groupings
        .slice(0, 1)
        .map((grouping) => ({ ...grouping, themes: [{ ...one, measures: [2] }] })),
    });
    expect(groups.map(({ title, measures }) => [title, measures.map(({ number }) => number)])).toEqual([
      ['Un', [2]],
      ['Autres mesures', [1]],
    ]);
  });
});
