import { describe, expect, test } from 'vitest';
import type { DraftMeasure, EditionDraft, LevelWords } from './draft.ts';
import { adviceOf } from './problems.ts';

const LEVEL: LevelWords = { level: 1, clauses: ['Ouvrir une halle.'] };

function draftOf(...levels: readonly (readonly LevelWords[] | null)[]): EditionDraft {
  const measures = levels.map((of, index): DraftMeasure => ({
    id: index + 1,
    position: index + 1,
    number: of === null ? null : index + 1,
    origins: [],
    words: of === null ? null : { title: 'Une halle', introduction: [], levels: of },
    keptWords: null,
    themes: {},
    notes: [],
    reason: '',
    version: 1,
  }));
  const head = {
    publisher: '',
    note: '',
    preamble: [],
    principles: [],
    rules: { minimumMeasures: null, requiredPrinciples: [] },
    carriers: { kind: 'collective-and-list' },
    groupings: [],
    reason: '',
  } as const;
  return {
    id: 1,
    editionId: 'exemple-2032',
    charter: 'exemple',
    basedOn: null,
    collective: null,
    title: 'Exemple',
    year: 2032,
    head,
    version: 1,
    state: 'open',
    measures,
  };
}

const advice = (draft: EditionDraft) => adviceOf(draft, { find: () => null });

describe('a measure that is a title alone', () => {
  test('is told before it is frozen so', () => {
    expect(advice(draftOf([LEVEL], []))).toEqual([{ kind: 'measure-without-level', measure: 2 }]);
  });

  test('is nothing to tell where it is taken out, nor in a charter of titles alone', () => {
    expect(advice(draftOf([LEVEL], null))).toEqual([]);
    expect(advice(draftOf([], []))).toEqual([]);
  });
});
