/** Every layout and every set of choices that a pact may be written with, for properties and scores. */
import fc from 'fast-check';
import type { Edition } from '#domain/charter/edition.ts';
import type { Choice, Layout } from './pact-writer.ts';

export const layouts: fc.Arbitrary<Layout> = fc.record({
  number: fc.constantFrom(
    'dash',
    'hash',
    'total',
    'mesure',
    'mesure-hash',
    'plain',
    'paren',
    'none',
    'local',
    'own-line',
  ),
  label: fc.constantFrom(
    'n-bullet',
    'n-alone',
    'niveau',
    'niveau-alone',
    'niveau-capitals',
    'dash-number',
    'bare-number',
  ),
  bullet: fc.constantFrom('●', '•', '-', '–', '▪'),
  title: fc.constantFrom('whole', 'capitals', 'shortened', 'wrapped'),
  apostrophe: fc.constantFrom('’', "'"),
  inclusive: fc.constantFrom('·', '.', '-', '('),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  wrapAt: fc.constantFrom(null, 44, 72, 100),
  blankLines: fc.boolean(),
});

/** Three to fourteen measures, each level taken, refused or unsaid; nothing is refused where nothing is taken. */
export function choicesOf(edition: Edition): fc.Arbitrary<Choice[]> {
  return fc
    .uniqueArray(fc.constantFrom(...edition.measures), {
      minLength: 3,
      maxLength: 14,
      selector: ({ number }) => number,
    })
    .chain((measures) =>
      fc.tuple(
        ...measures.map(({ number, levels }) =>
          fc
            .array(fc.constantFrom('taken', 'refused', 'unsaid'), {
              minLength: levels.length,
              maxLength: levels.length,
            })
            .map((said): Choice => {
              const taken = levels.filter((_, rank) => said[rank] === 'taken').map(({ level }) => level);
              const refused = levels.filter((_, rank) => said[rank] === 'refused').map(({ level }) => level);
              return { measure: number, taken, refused: taken.length > 0 ? refused : [] };
            }),
        ),
      ),
    );
}
