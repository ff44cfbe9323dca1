/** What each case expects, from its reviewed expected.yaml; and pacts made by rule, whose choices are known. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Edition } from '#domain/charter/edition.ts';
import type { PactSummary } from '#reading/cases/summary.ts';
import { readingCases } from '#reading/testing/case-folders.ts';
import { choicesOf, layouts } from '#reading/testing/pact-layouts.ts';
import { writePact } from '#reading/testing/pact-writer.ts';
import { editionById } from '#server/charters.ts';
import type { Found } from './found.ts';

export type Document = {
  readonly name: string;
  readonly text: string;
  /** The charter it answers. */
  readonly edition: Edition;
  readonly wanted: Found;
};

export function reviewedCases(): Document[] {
  return readingCases()
    .filter(({ kind }) => kind === 'pact')
    .map(({ name, folder, text }) => {
      const expected = parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')) as PactSummary;
      const edition = editionById(expected.charter);
      if (edition === null) throw new Error(`${name}: the edition ${expected.charter} is missing`);
      return { name, text, edition, wanted: wantedOf(expected) };
    });
}

/** The same every time: the seed is fixed. */
export function mutations(edition: Edition, count: number): Document[] {
  return fc
    .sample(fc.tuple(choicesOf(edition), layouts), { numRuns: count, seed: 2020 })
    .map(([choices, layout], rank) => ({
      name: `mutation ${rank + 1}`,
      edition,
      text: writePact(edition, { choices, layout }),
      wanted: {
        measures: new Set(choices.map(({ measure }) => String(measure))),
        levels: new Set(
          choices.flatMap(({ measure, taken, refused }) => [
            ...taken.map((level) => `${measure} N${level} accepted`),
            ...refused.map((level) => `${measure} N${level} refused`),
          ]),
        ),
        local: new Set(),
      },
    }));
}

function wantedOf({ commitments, local }: PactSummary): Found {
  return {
    measures: new Set(commitments.flatMap(({ measure }) => (measure === null ? [] : [String(measure)]))),
    levels: new Set(
      commitments.flatMap(({ measure, levels }) =>
        levels.map((line) => `${measure ?? '?'} ${line.replace(/^(N\d): (\w+).*$/, '$1 $2')}`),
      ),
    ),
    local: new Set(local.map((line) => (line.split(' | ')[1] ?? '').slice(0, 40))),
  };
}
