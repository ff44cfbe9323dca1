import { describe, expect, test } from 'vitest';
import type { CharterFile } from './charter-folder.ts';
import { fingerprintOf } from './charter-folder.ts';
import { compileCharters } from './compile-charters.ts';
import { InvalidCharterFile } from './invalid-charter-file.ts';

const WORDS = `id: petite-charte
title: Petite charte
year: 2026
source: { title: Charte, publisher: Un collectif, file: documents/charte.txt, note: Écrite pour un essai. }
carriers: { kind: collective-and-list }
rules: { minimumMeasures: 1, requiredPrinciples: [] }
preamble: []
principles: []
measures:
  - number: 1
    title: Planter
    levels:
      - level: 1
        leadIn: 'Planter :'
        clauses: [dix arbres, cent arbres]
`;
const NOTES = `edition: petite-charte
status: proposal
note: À enrichir.
groupings: []
legalMentions: []
crossReferences: []
gaps: []
targets: []
checks:
  1:
    1:
      - place: Des arbres sont plantés.
`;
const files = (words: string, notes: string | null = NOTES): readonly CharterFile[] => [
  { file: 'data/charters/petite-charte.yaml', text: words },
  ...(notes === null ? [] : [{ file: 'data/charters/petite-charte.notes.yaml', text: notes }]),
];
function problems(all: readonly CharterFile[]): string {
  try {
    compileCharters(all);
  } catch (error) {
    if (error instanceof InvalidCharterFile) return error.message;
    throw error;
  }
  throw new Error('expected a refusal');
}

test('words and notes make one edition, the lead-in numbered 0', () => {
  expect(compileCharters(files(WORDS))[0]?.measures).toEqual([
    {
      number: 1,
      title: 'Planter',
      levels: [
        {
          level: 1,
          clauses: [
            { clause: 0, text: 'Planter :', targets: [] },
            { clause: 1, text: 'dix arbres', targets: [] },
            { clause: 2, text: 'cent arbres', targets: [] },
          ],
          checks: [{ look: 'place', text: 'Des arbres sont plantés.' }],
        },
      ],
    },
  ]);
});

test('an edition without notes is an edition', () => {
  expect(compileCharters(files(WORDS, null))[0]?.annotations).toEqual({ status: 'proposal', note: '' });
});

describe('a file that is wrong is refused, with its name and the place in it', () => {
  test.each<[string, readonly CharterFile[], string]>([
    [
      'broken YAML',
      files(WORDS.replace('title: Planter', 'title: "Planter')),
      'data/charters/petite-charte.yaml: line ',
    ],
    ['the same key twice', files(WORDS.replace('year: 2026', 'year: 2026\nyear: 2027')), 'Map keys must be unique'],
    ['a missing key', files(WORDS.replace('year: 2026\n', '')), 'data/charters/petite-charte.yaml: year: '],
    [
      'a key that does not exist',
      files(WORDS.replace('        leadIn', '        leedIn')),
      'data/charters/petite-charte.yaml: measures[0].levels[0].leedIn: ',
    ],
    [
      'a clause that is a number',
      files(WORDS.replace('dix arbres', '10')),
      'data/charters/petite-charte.yaml: measures[0].levels[0].clauses[0]: ',
    ],
    [
      'words with a stray blank',
      files(WORDS.replace('dix arbres', '"dix  arbres"')),
      'measures[0].levels[0].clauses[0]: Expected words without stray blanks',
    ],
    [
      'an id that is not the name of the file',
      files(WORDS.replace('id: petite', 'id: grande')),
      'id: Expected the name',
    ],
    [
      'a note on a clause that does not exist',
      files(WORDS, NOTES.replace('gaps: []', 'gaps: [{ at: 1.1.3, quote: arbres, note: Lesquels. }]')),
      'data/charters/petite-charte.notes.yaml: gaps[0].at: there is no clause 1.1.3',
    ],
    [
      'a quote that is not in its clause',
      files(WORDS, NOTES.replace('gaps: []', 'gaps: [{ at: 1.1.1, quote: cent arbres, note: Lesquels. }]')),
      'gaps[0].quote: "cent arbres" is not in clause 1.1.1',
    ],
    [
      'a target without its figure',
      files(
        WORDS,
        NOTES.replace('targets: []', 'targets: [{ at: 1.1.1, quote: dix arbres, kind: count, unit: public-toilet }]'),
      ),
      'data/charters/petite-charte.notes.yaml: targets[0].atLeast: ',
    ],
    [
      'a target of an unknown kind',
      files(WORDS, NOTES.replace('targets: []', 'targets: [{ at: 1.1.1, quote: dix arbres, kind: many }]')),
      'targets[0].kind: ',
    ],
    [
      'a cross-reference to nowhere',
      files(WORDS, NOTES.replace('crossReferences: []', 'crossReferences: [{ at: 1.1.1, quote: dix, measure: 9 }]')),
      'crossReferences[0].measure: there is no measure 9',
    ],
    [
      'checks of a level that does not exist',
      files(WORDS, NOTES.replace('    1:\n', '    2:\n')),
      'checks.1.2: there is no such level',
    ],
    [
      'a check about a clause that does not exist',
      files(WORDS, NOTES.replace('plantés.', 'plantés.\n        clauses: [2, 3]')),
      'checks.1.1[0].clauses: there is no clause 1.1.3',
    ],
    [
      'a check that looks in two places',
      files(WORDS, NOTES.replace('plantés.', 'plantés.\n        figure: Dix.')),
      'checks.1.1[0]: Expected one of',
    ],
    [
      'a grouping that forgets a measure',
      files(
        WORDS,
        NOTES.replace('groupings: []', 'groupings: [{ id: g, title: G, status: proposal, note: N., themes: [] }]'),
      ),
      'groupings[0]: measure 1 stands in 0 themes, expected one',
    ],
    [
      'notes without an edition',
      [...files(WORDS), { file: 'data/charters/autre.notes.yaml', text: NOTES }],
      'data/charters/autre.notes.yaml: (whole file): there is no',
    ],
    ['notes on another edition', files(WORDS, NOTES.replace('edition: petite', 'edition: autre')), 'edition: Expected'],
  ])('%s', (_, all, message) => {
    expect(problems(all)).toContain(message);
  });

  test('all problems of a file come at once', () => {
    const wrong = WORDS.replace('year: 2026', 'year: soon').replace('dix arbres', '10');
    expect(problems(files(wrong)).split('\n')).toHaveLength(2);
  });
});

test('the fingerprint changes with any character and any name', () => {
  const before = fingerprintOf(files(WORDS));
  expect(fingerprintOf(files(WORDS.replace('dix', 'Dix')))).not.toBe(before);
  expect(fingerprintOf(files(WORDS, null))).not.toBe(before);
  expect(fingerprintOf(files(WORDS))).toBe(before);
});
