/** The laws of the reader, on pacts made by the hundred. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edition } from '#domain/charter/edition.ts';
import type { PactReading } from '#reading/contract.ts';
import { expectNothingLost } from '#reading/testing/laws.ts';
import { choicesOf, layouts } from '#reading/testing/pact-layouts.ts';
import { writePact, type Choice } from '#reading/testing/pact-writer.ts';
import { FORMS, measuresOfThree, type Taken } from '#reading/testing/pact-forms.ts';
import { sideBySide } from '#reading/testing/side-by-side.ts';
import { editionById } from '#server/charters.ts';
import { readPact } from './read-pact.ts';

const edition = editionById('pacte-transition-2020') as Edition;

const choices = choicesOf(edition);

function stances({ commitments }: PactReading): Record<number, string> {
  return Object.fromEntries(
    commitments.map(({ measure, levels }) => [
      measure ?? -1,
      levels.map(({ level, stance }) => `${level} ${stance}`).join(', '),
    ]),
  );
}

function wanted(all: readonly Choice[]): Record<number, string> {
  return Object.fromEntries(
    all.map(({ measure, taken, refused }) => [
      measure,
      [...taken.map((level) => `${level} accepted`), ...refused.map((level) => `${level} refused`)].sort().join(', '),
    ]),
  );
}

describe('a pact written in any layout', () => {
  test('is read with the measures and levels that were chosen', () => {
    fc.assert(
      fc.property(choices, layouts, (chosen, layout) => {
        const text = writePact(edition, { choices: chosen, layout });
        expect({ text, layout, found: stances(readPact(text, edition)) }).toEqual({
          text,
          layout,
          found: wanted(chosen),
        });
      }),
      { numRuns: 300 },
    );
  });

  test('loses no character and points at the right ones', () => {
    fc.assert(
      fc.property(choices, layouts, (chosen, layout) => {
        expectNothingLost(readPact(writePact(edition, { choices: chosen, layout }), edition));
      }),
      { numRuns: 150 },
    );
  });
});

describe.each(FORMS)('a pact answered with $name', ({ write, taken, others }) => {
  const three = measuresOfThree(edition);
  const answers = fc
    .uniqueArray(fc.constantFrom(...three), { minLength: 2, maxLength: 10, selector: ({ number }) => number })
    .chain((measures) =>
      fc.tuple(
        ...measures.map((measure) =>
          fc.subarray([1, 2, 3], { minLength: 1 }).map((levels): Taken => ({ measure, levels })),
        ),
      ),
    );

  test('is read with the levels that were chosen, whatever the measures', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const text = write(all);
        const reading = readPact(text, edition);
        const expected = Object.fromEntries(
          all.map(({ measure, levels }) => [
            measure.number,
            [1, 2, 3]
              .map((level) => ({ level, stance: levels.includes(level) ? taken : others }))
              .filter(({ stance }) => stance !== null)
              .map(({ level, stance }) => `${level} ${stance}`)
              .join(', '),
          ]),
        );
        expect({ text, found: stances(reading) }).toEqual({ text, found: expected });
        expectNothingLost(reading);
      }),
      { numRuns: 60 },
    );
  });
});

test('a pact printed in two columns says the same as in one', () => {
  const plain = layouts.map((layout) => ({ ...layout, wrapAt: null, lineEnd: '\n' as const, blankLines: true }));
  fc.assert(
    fc.property(choices, plain, (chosen, layout) => {
      // A column of a few lines is a note in the margin: nobody can tell.
      fc.pre(chosen.length >= 6);
      const text = sideBySide(writePact(edition, { choices: chosen, layout }));
      const reading = readPact(text, edition);
      expect({ text, found: stances(reading) }).toEqual({ text, found: wanted(chosen) });
      expectNothingLost(reading);
    }),
    { numRuns: 60 },
  );
});

describe('any text at all', () => {
  test('is read without failing, losing nothing', () => {
    const fragments = fc.constantFrom(
      'N1',
      'N2 •',
      'Niveau 3',
      '(',
      ')',
      '\n',
      '\r\n',
      '\f',
      'Un accord se fait sur',
      'mais pas sur',
      'ni',
      '12 –',
      '☐',
      '☒',
      '\t',
      '|',
      'é',
      '😀',
      '·',
      ...edition.measures.slice(0, 6).map(({ title }) => title),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fragments, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 60 }),
        (parts) => {
          const text = parts.join(' ');
          const reading = readPact(text, edition);
          expectNothingLost(reading);
          expect(readPact(text, edition)).toEqual(reading);
        },
      ),
      { numRuns: 300 },
    );
  });
});
