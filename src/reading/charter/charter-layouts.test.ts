/** The same charters in other layouts give the same findings, and no character is ever lost. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edition } from '#domain/charter/edition.ts';
import { editionById } from '#server/charters.ts';
import { readCharter } from './read-charter.ts';
import { difference, findings } from './testing/charter-difference.ts';
import { contentOf, PLAIN_LAYOUT, printCharter, type CharterContent, type Layout } from './testing/print-charter.ts';

/** What the charter itself says: the levels that come from elsewhere are not in its text. */
function published(id: string): CharterContent {
  const edition: Edition | null = editionById(id);
  if (edition === null) throw new Error(`no edition ${id}`);
  return {
    principles: edition.principles,
    measures: edition.measures.map((measure) => ({
      ...measure,
      levels: measure.levels.filter((level) => level.provenance === undefined),
    })),
  };
}

const pacte = published('pacte-transition-2020');
const coorace = published('coorace-2020');

function expectSame(content: CharterContent, layout: Layout): void {
  const text = printCharter(content, layout);
  const reading = readCharter(text);
  expect(difference(findings(contentOf(reading)), findings(content))).toEqual({ invented: [], missed: [] });
  expectNothingLost(text);
}

function expectNothingLost(text: string): void {
  const reading = readCharter(text);
  const covered = new Uint8Array(text.length);
  for (const { start, end } of [...reading.principles, ...reading.measures].flatMap(({ spans }) => spans))
    covered.fill(1, start, end);
  for (const { start, end, text: words } of reading.unread) {
    expect(text.slice(start, end)).toBe(words);
    expect(covered.subarray(start, end).includes(1)).toBe(false);
    covered.fill(1, start, end);
  }
  const lost = [...covered].findIndex((seen, index) => seen === 0 && /\S/.test(text[index] ?? ''));
  expect(lost === -1 ? null : text.slice(lost, lost + 30)).toBeNull();
  for (const measure of reading.measures) {
    for (const level of measure.levels) {
      for (const clause of level.clauses) {
        const quoted = clause.spans.map(({ start, end }) => text.slice(start, end)).join('');
        expect(bare(quoted)).toBe(bare(clause.text));
      }
    }
  }
}

const bare = (words: string): string => words.replace(/[\s-]|\*\*/g, '');

const MEASURE_MARKS: Readonly<Record<string, Layout['measureMark']>> = {
  '1 ': (number) => `${number} `,
  '1. ': (number) => `${number}. `,
  '1.': (number) => `${number}.`,
  '1) ': (number) => `${number}) `,
  '1 – ': (number) => `${number} – `,
  '1- ': (number) => `${number}- `,
  '#1. ': (number) => `#${number}. `,
  '#01. ': (number) => `#${String(number).padStart(2, '0')}. `,
  'Mesure 1 : ': (number) => `Mesure ${number} : `,
  'Mesure #1 ': (number) => `Mesure #${number} `,
  'MESURE N°1 - ': (number) => `MESURE N°${number} - `,
  'Proposition 1 : ': (number) => `Proposition ${number} : `,
  '(1/32) ': (number, total) => `(${number}/${total}) `,
  '## 1. ': (number) => `## ${number}. `,
};
const LEVEL_MARKS: Readonly<Record<string, Layout['levelMark']>> = {
  '1 ': (level) => `${level} `,
  '1. ': (level) => `${level}. `,
  '1) ': (level) => `${level}) `,
  '- 1 - ': (level) => `- ${level} - `,
  'N1 • ': (level) => `N${level} • `,
  'N1 : ': (level) => `N${level} : `,
  'Niveau 1 : ': (level) => `Niveau ${level} : `,
  'NIVEAU 1 – ': (level) => `NIVEAU ${level} – `,
  'Niveau 1 :⏎': (level) => `Niveau ${level} :\n`,
  'N1⏎': (level) => `N${level}\n`,
};
const BULLETS = ['● ', '•', '- ', '-', '– ', '▶ ', '► ', '- ▶ ', '* ', '▪\t', '\uF0B7 ', 'o '];
const NEWLINES = ['\n', '\r\n', '\r', '\u2028'];
const THEMES = ['Consommation responsable', 'THÈME 2 : ALIMENTATION', 'Mobilités', 'Axe 4 – Vivre ensemble'];

const layouts: fc.Arbitrary<Layout> = fc
  .record({
    measureMark: fc.constantFrom(...Object.values(MEASURE_MARKS)),
    levelMark: fc.constantFrom(...Object.values(LEVEL_MARKS)),
    bullet: fc.constantFrom(...BULLETS),
    bulletsEverywhere: fc.boolean(),
    newline: fc.constantFrom(...NEWLINES),
    blankLines: fc.constantFrom('none', 'between-measures', 'everywhere'),
    indentation: fc.constantFrom('', '  ', '\t', '\u00a0\u00a0'),
    contents: fc.boolean(),
    themes: fc.constantFrom([], THEMES),
    pageLength: fc.constantFrom(0, 7, 40),
    width: fc.constant(0),
  })
  // "N3 • Tous ensemble" then "• ici": nobody can tell a lead-in from a first item.
  .filter(({ levelMark, bullet }) => !levelMark(1).includes('•') || bullet.trim() !== '•');

describe('the file of the Pacte pour la Transition itself', () => {
  const text = readFileSync(new URL('../../../data/documents/pacte-transition-2020.txt', import.meta.url), 'utf8');

  test.each<[string, (text: string) => string]>([
    ['as it came', (same) => same],
    ['without blank lines', (lines) => lines.replace(/\n\s*\n/g, '\n')],
    ['with a blank line after every line', (lines) => lines.replaceAll('\n', '\n\n')],
    ['saved on Windows', (lines) => `\uFEFF${lines.replaceAll('\n', '\r\n')}`],
    ['indented by a table', (lines) => lines.replace(/^/gm, '\t\u00a0 ')],
    ['with dashes for bullets', (lines) => lines.replaceAll('●', '–')],
    ['with a dot after every number', (lines) => lines.replace(/^(\s?\d+) /gm, '$1. ')],
  ])('%s', (_, change) => {
    const changed = change(text);
    expect(difference(findings(contentOf(readCharter(changed))), findings(pacte))).toEqual({
      invented: [],
      missed: [],
    });
    expectNothingLost(changed);
  });
});

describe('one change of layout at a time, on the Pacte pour la Transition', () => {
  test.each(Object.keys(MEASURE_MARKS))('measures numbered %j', (mark) => {
    expectSame(pacte, { ...PLAIN_LAYOUT, measureMark: MEASURE_MARKS[mark] ?? PLAIN_LAYOUT.measureMark });
  });

  test.each(Object.keys(LEVEL_MARKS))('levels marked %j', (mark) => {
    expectSame(pacte, { ...PLAIN_LAYOUT, levelMark: LEVEL_MARKS[mark] ?? PLAIN_LAYOUT.levelMark });
  });

  test.each(BULLETS)('bullets %j', (bullet) => {
    expectSame(pacte, { ...PLAIN_LAYOUT, bullet });
  });

  test.each(NEWLINES)('lines that end with %j', (newline) => {
    expectSame(pacte, { ...PLAIN_LAYOUT, newline });
  });

  test.each<Layout['blankLines']>(['none', 'everywhere'])('blank lines: %s', (blankLines) => {
    expectSame(pacte, { ...PLAIN_LAYOUT, blankLines });
  });

  test('everything indented', () => expectSame(pacte, { ...PLAIN_LAYOUT, indentation: '\t  ' }));
  test('a table of contents before', () => expectSame(pacte, { ...PLAIN_LAYOUT, contents: true }));
  test('themes between the measures', () => expectSame(pacte, { ...PLAIN_LAYOUT, themes: THEMES }));
  test('page numbers and a running header', () => expectSame(pacte, { ...PLAIN_LAYOUT, pageLength: 9 }));

  test.each([70, 90, 110])('lines wrapped at %i characters, items told by their glyph', (width) => {
    expectSame(pacte, { ...PLAIN_LAYOUT, width, bulletsEverywhere: true, levelMark: (level) => `N${level}\n` });
  });

  test.each([72, 95])('lines wrapped at %i characters, pages cutting the sentences', (width) => {
    const paged = {
      ...PLAIN_LAYOUT,
      width,
      bulletsEverywhere: true,
      pageLength: 31,
      levelMark: (level: number) => `N${level}\n`,
    };
    expectSame(pacte, paged);
  });
});

test('any mix of layouts gives the same Pacte pour la Transition', () => {
  fc.assert(
    fc.property(layouts, (layout) => expectSame(pacte, layout)),
    { numRuns: 60 },
  );
});

test('any mix of layouts gives the same COORACE propositions', () => {
  const bulleted = layouts.map((layout) => ({ ...layout, bulletsEverywhere: true }));
  fc.assert(
    fc.property(bulleted, (layout) => expectSame(coorace, layout)),
    { numRuns: 40 },
  );
});

test('any selection of measures, numbered anew, is told from its levels', () => {
  const selections = fc.subarray([...pacte.measures], { minLength: 3 }).map((measures) => ({
    principles: [],
    measures: measures.map((measure, index) => ({ ...measure, number: index + 1 })),
  }));
  fc.assert(
    fc.property(selections, (content) => expectSame(content, PLAIN_LAYOUT)),
    { numRuns: 80 },
  );
});

test('no text at all makes it lose a character or fail', () => {
  const fragments = fc.constantFrom(
    '1 ',
    '2 ',
    '12) ',
    'N1',
    'N2 • ',
    'Niveau 3 :',
    'Niveau unique',
    '●',
    '- ',
    'Mesure 4 :',
    '#5.',
    'Principe B : ',
    '\n',
    '\n',
    '\r\n',
    '\f',
    '\t',
    'planter des arbres',
    'Planter',
    'co-',
    '**',
    '…',
    '.',
    ' ',
    '\u200b',
    '\uFEFF',
    '😀',
    '\ud83d',
    '100 %',
    '3/4',
    'Je m’engage à',
    'Thème 1',
  );
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 60 }), (parts) => expectNothingLost(parts.join(''))),
    { numRuns: 500 },
  );
});
