/** The same plan in other layouts gives the same findings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingCase } from '#reading/testing/case-folders.ts';
import { readPlan } from './read-plan.ts';
import { essence, lostCharacters } from './testing/compare.ts';
import {
  type Mutation,
  withCapitalLabels,
  withContentsAtTheEnd,
  withCrLf,
  withFicheForEverySheet,
  withNumberedActions,
  withOtherGlyphs,
  withoutBlankLines,
  withoutEmptyCells,
  withoutMarkup,
  withPageBreaks,
  withPipes,
  withShortLabels,
} from './testing/layout-mutations.ts';

const source = readingCase('plan-ess-saint-maur-2021').text;
const expected = essence(readPlan(source));

const places = fc.uniqueArray(fc.nat(299), { minLength: 6, maxLength: 25 });

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'with its contents list at the end': withContentsAtTheEnd,
  'with other list signs': withOtherGlyphs,
  'with shortened labels': withShortLabels,
  'with labels in capitals': withCapitalLabels,
  'with "Fiche action" before every number': withFicheForEverySheet,
  'with "Action n°" for "Fiche Action"': withNumberedActions,
  'without tags and markdown': withoutMarkup,
  'without its empty cells': withoutEmptyCells,
  'with pipes between the cells': withPipes,
  'without blank lines': withoutBlankLines,
  'with CRLF': withCrLf,
};

describe('the same plan', () => {
  test.each(Object.entries(MUTATIONS))('%s gives the same findings', (_name, mutate) => {
    const mutated = mutate(source);
    expect(mutated).not.toBe(source);
    const read = readPlan(mutated);
    expect(essence(read)).toEqual(expected);
    expect(lostCharacters(read)).toBe('');
  });

  test('with page numbers and running headers anywhere between its lines gives the same findings', () => {
    fc.assert(
      fc.property(places, (where) => {
        const read = readPlan(withPageBreaks(where)(source));
        expect(essence(read)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('in any mixture of these layouts gives the same findings', () => {
    const mixture = fc.subarray(Object.values(MUTATIONS));

    fc.assert(
      fc.property(mixture, places, (mutations, where) => {
        const mutated = [...mutations, withPageBreaks(where)].reduce((text, mutate) => mutate(text), source);
        const read = readPlan(mutated);
        expect(essence(read)).toEqual(expected);
        expect(lostCharacters(read)).toBe('');
      }),
      { numRuns: 60 },
    );
  });
});
