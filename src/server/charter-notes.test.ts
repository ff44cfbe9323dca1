/** What we note about the words of the charters: complete, anchored in the words, honest about what is missing. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clausesOf, themeOf, type Clause, type Edition } from '#domain/charter/edition.ts';
import { compiledFile, findChartersFolder, fingerprintOf, readCharterFiles } from './charter-files/charter-folder.ts';
import { compileCharters } from './charter-files/compile-charters.ts';
import { editionById, loadEditions } from './charters.ts';

function edition(id: string): Edition {
  const found = editionById(id);
  if (found === null) throw new Error(`no edition ${id}`);
  return found;
}

const pacte = edition('pacte-transition-2020');
const clause = (at: string): Clause => {
  const found = clausesOf(pacte).find((one) => `${one.measure}.${one.level}.${one.clause}` === at);
  if (found === undefined) throw new Error(`no clause ${at}`);
  return found.words;
};

test('the compiled editions are the YAML as it is now (otherwise: node bin/compile-charters.ts)', () => {
  const folder = findChartersFolder();
  const files = readCharterFiles(folder);
  const compiled: unknown = JSON.parse(readFileSync(compiledFile(folder), 'utf8'));
  expect(compiled).toEqual({ fingerprint: fingerprintOf(files), editions: compileCharters(files) });
  expect(loadEditions()).toEqual(compileCharters(files));
});

describe('targets', () => {
  /** Figures that say no quantity: a reference to a measure, an article, a year in the past, a kind of zone. */
  const NO_QUANTITY = /mesure \d+|R581-2|arrêtés en 2017|zone 30/g;

  test('quote every figure that a clause of the Pacte gives', () => {
    const left = clausesOf(pacte).flatMap(({ measure, level, clause: number, words }) => {
      const quoted = words.targets.reduce((text, target) => text.replace(target.quote, ''), words.text);
      const figures = quoted.replace(NO_QUANTITY, '').match(/.{0,20}\d.{0,20}/g) ?? [];
      return figures.map((figure) => `${measure}.${level}.${number}: ${figure}`);
    });
    expect(left).toEqual([]);
  });

  test('are in the order of the words of their clause', () => {
    for (const { words } of clausesOf(pacte)) {
      const places = words.targets.map((target) => words.text.indexOf(target.quote));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  test('keep the figures that communes will be asked about', () => {
    expect(clause('23.1.2').targets).toMatchObject([
      { kind: 'one-per-inhabitants', inhabitants: 3500, unit: 'public-toilet' },
      { kind: 'one-per-inhabitants', inhabitants: 15_000, unit: 'public-shower' },
    ]);
    expect(clause('15.3.3').targets).toMatchObject([
      { kind: 'euros-per-inhabitant', atLeastEuros: 25, period: 'year' },
    ]);
    expect(clause('3.3.1').targets).toMatchObject([
      { kind: 'reduction', percent: 60, when: { kind: 'in-year', year: 2050 } },
      { kind: 'share', percent: 100, when: { kind: 'from-year', year: 2040 } },
    ]);
  });
});

test('obligations that the text names are told apart from law that it only mentions', () => {
  const mentions = clausesOf(pacte).flatMap(({ measure, level, words }) =>
    (words.legalMentions ?? []).map((mention) => `${measure} N${level} ${mention.kind}`),
  );
  expect(mentions).toEqual([
    '1 N1 obligation',
    '8 N1 reference',
    '18 N1 obligation',
    '22 N3 reference',
    '24 N1 obligation',
  ]);
});

test('every "mesure 12" written in a clause is a cross-reference', () => {
  const written = clausesOf(pacte).flatMap(({ measure, words }) =>
    [...words.text.matchAll(/mesure (\d+)/g)].map((match) => `${measure} to ${match[1] ?? ''}`),
  );
  const noted = clausesOf(pacte).flatMap(({ measure, words }) =>
    (words.crossReferences ?? []).map((reference) => `${measure} to ${reference.measure}`),
  );
  expect(noted).toEqual(written);
  expect(noted).toEqual(['24 to 12', '24 to 12', '26 to 21', '27 to 1']);
});

test('measure 8 says that its actions marked * and ** are unknown', () => {
  expect(clause('8.2.1').gaps?.[0]?.note).toContain('On ne sait pas');
  expect(clause('8.3.1').gaps?.[0]?.note).toContain('On ne sait pas');
});

describe('checks', () => {
  test.each(loadEditions().map((one) => [one.id, one] as const))(
    'stand on every level of %s, one to three',
    (_, one) => {
      for (const measure of one.measures) {
        for (const level of measure.levels) {
          const count = level.checks?.length ?? 0;
          expect(count, `${measure.number} N${level.level}`).toBeGreaterThanOrEqual(1);
          expect(count, `${measure.number} N${level.level}`).toBeLessThanOrEqual(3);
        }
      }
    },
  );

  test('name the clause that they look at, where a level has several', () => {
    const cycling = pacte.measures.find(({ number }) => number === 15)?.levels.find(({ level }) => level === 3);
    expect(cycling?.checks?.map(({ look, clauses }) => [look, clauses])).toEqual([
      ['place', [1]],
      ['document', [2]],
      ['figure', [3]],
    ]);
  });

  test('are sentences in plain typography, and say that they are a proposal', () => {
    for (const one of loadEditions()) {
      expect(one.annotations.status).toBe('proposal');
      for (const measure of one.measures) {
        for (const level of measure.levels) {
          for (const check of level.checks ?? []) expect(check.text).toMatch(/^\p{Lu}[^']+\.$/u);
        }
      }
    }
  });
});

test('the eight themes of 2023 hold each of the 32 measures once, as our proposal', () => {
  const [grouping] = pacte.groupings;
  if (grouping === undefined) throw new Error('no grouping');
  expect(grouping.status).toBe('proposal');
  expect(grouping.themes).toHaveLength(8);
  expect(grouping.themes.flatMap((theme) => theme.measures).toSorted((a, b) => a - b)).toEqual(
    pacte.measures.map((measure) => measure.number),
  );
  expect(themeOf(grouping, 15)?.title).toBe('Mobilités');
  expect(themeOf(grouping, 33)).toBeNull();
});
