import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Edition, Measure } from '#domain/charter/edition.ts';
import { editionById, loadEditions } from './charters.ts';

const SOURCES = new URL('../../data/documents/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, SOURCES), 'utf8');

/** Blanks, glyphs of lists and marks of bold are layout; everything else is the text. */
const fold = (text: string): string => text.replace(/[\s●▶►]|\*\*(?=S'ENG)|(?<=!)\*\*|^- (?=▶)/gmu, '');

function printed(edition: Edition, measureLine: (measure: Measure) => string): string {
  const principles = edition.principles.map(({ letter, title, text }) => `Principe ${letter} : ${title}\n${text}`);
  const measures = edition.measures.map((measure) => {
    const levels = measure.levels.filter((level) => level.provenance === undefined);
    const numbered = levels.length > 1;
    return [
      measureLine(measure),
      ...(measure.introduction ?? []),
      ...levels.map((level) =>
        [level.label ?? (numbered ? level.level : ''), ...level.clauses.map((clause) => clause.text)].join(' '),
      ),
    ].join('\n');
  });
  return [...edition.preamble, ...principles, ...measures].join('\n');
}

function edition(id: string): Edition {
  const found = editionById(id);
  if (found === null) throw new Error(`no edition ${id}`);
  return found;
}

const pacte = edition('pacte-transition-2020');
const coorace = edition('coorace-2020');
const measure = (number: number): Measure => {
  const found = pacte.measures.find((one) => one.number === number);
  if (found === undefined) throw new Error(`no measure ${number}`);
  return found;
};
const shapeOf = (number: number): string =>
  measure(number)
    .levels.map((level) => `${level.level}: ${level.clauses.map((clause) => clause.clause).join(' ')}`)
    .join(' | ');

describe('every character of the sources', () => {
  test('stands in the data in the order of the Pacte pour la Transition, and nothing else does', () => {
    expect(fold(printed(pacte, ({ number, title }) => `${number} ${title}`))).toBe(
      fold(read('pacte-transition-2020.txt')),
    );
  });

  test('stands in the data in the order of the COORACE propositions, and nothing else does', () => {
    expect(fold(printed(coorace, ({ number, title }) => `#${number}. ${title}`))).toBe(
      fold(read('coorace-10-propositions-2020.txt')),
    );
  });

  test('of the signed pact that gives measure 14 its levels stands in them', () => {
    const signed = read('pacte-signe-champigny-alternance-2020.txt');
    const quotation = signed.slice(signed.indexOf('\n14 – '), signed.indexOf('\n15 – '));
    expect(quotation).toMatch(/^\n14 – Renforcer l’offre/u);
    for (const level of measure(14).levels) {
      expect(level.clauses).toHaveLength(1);
      expect(fold(quotation)).toContain(fold(level.clauses[0]?.text ?? '?'));
    }
  });
});

describe('the Pacte pour la Transition', () => {
  test('has 3 principles and 32 measures', () => {
    expect(pacte.principles.map((principle) => principle.letter)).toEqual(['A', 'B', 'C']);
    expect(pacte.measures.map((one) => one.number)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
  });

  test('gives three levels to every measure but 19 and 29', () => {
    const others = pacte.measures.filter((one) => one.levels.map((level) => level.level).join('') !== '123');
    expect(others.map((one) => [one.number, shapeOf(one.number)])).toEqual([
      [19, '1: 1 2'],
      [29, '1: 1'],
    ]);
    expect(measure(29).levels[0]?.label).toBe('Niveau unique :');
  });

  test('says that the levels of measure 14 come from a signed pact, and only those', () => {
    const elsewhere = pacte.measures.flatMap((one) =>
      one.levels
        .filter((level) => level.provenance?.kind === 'signed-pact')
        .map((level) => `${one.number} N${level.level}`),
    );
    expect(elsewhere).toEqual(['14 N1', '14 N2', '14 N3']);
  });

  test.each([
    [4, '1: 1 | 2: 1 2 3 4 | 3: 1 2'],
    [15, '1: 1 | 2: 1 | 3: 0 1 2 3'],
    [18, '1: 1 2 3 | 2: 1 2 3 | 3: 1'],
    [20, '1: 1 2 | 2: 1 | 3: 1'],
    [21, '1: 0 1 2 3 4 | 2: 0 1 2 3 | 3: 0 1 2'],
    [23, '1: 0 1 2 | 2: 0 1 2 | 3: 1'],
    [24, '1: 0 1 2 3 4 | 2: 0 1 2 3 4 | 3: 0 1 2 3 4 5'],
    [25, '1: 0 1 | 2: 0 1 2 3 | 3: 0 1 2'],
    [27, '1: 0 1 2 3 | 2: 0 1 2 3 | 3: 0 1 2 3'],
    [28, '1: 0 1 2 3 | 2: 1 | 3: 0 1 2'],
  ])('numbers the clauses of measure %i by bullets and lines', (number, shape) => {
    expect(shapeOf(number)).toBe(shape);
  });

  test('asks for ten measures and the three principles, with a collective', () => {
    expect(pacte.rules).toEqual({ minimumMeasures: 10, requiredPrinciples: ['A', 'B', 'C'] });
    expect(pacte.carriers).toEqual({ kind: 'collective-and-list' });
  });
});

describe('the COORACE propositions', () => {
  test('are ten, each with what is promised in the first person', () => {
    expect(coorace.measures.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(coorace.measures.map((one) => one.levels[0]?.clauses.length)).toEqual([2, 3, 2, 1, 1, 1, 2, 3, 3, 2]);
    for (const one of coorace.measures) {
      for (const level of one.levels)
        for (const clause of level.clauses) expect(clause.text).toMatch(/^Je m'engage à /);
    }
  });

  test('have no principle, no minimum, and an organisation that asks candidates', () => {
    expect(coorace.principles).toEqual([]);
    expect(coorace.rules).toEqual({ minimumMeasures: null, requiredPrinciples: [] });
    expect(coorace.carriers).toEqual({ kind: 'organisation-asks-candidates', organisation: 'COORACE' });
  });
});

test('every source that the data names is kept as it came', () => {
  const sources = loadEditions().flatMap(({ source, measures }) => [
    source.file,
    ...measures.flatMap(({ levels }) => levels.flatMap((level) => level.provenance?.source.file ?? [])),
  ]);
  for (const file of sources) expect(existsSync(new URL(`../../data/${file}`, import.meta.url)), file).toBe(true);
});

test('an edition that does not exist is null', () => {
  expect(editionById('pacte-2099')).toBeNull();
  expect(loadEditions().map((one) => one.id)).toEqual(['coorace-2020', 'pacte-transition-2020']);
});
