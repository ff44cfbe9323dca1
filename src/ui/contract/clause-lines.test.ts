import { describe, expect, test } from 'vitest';
import type { Measure } from '#domain/charter/edition.ts';
import type { SignedClause, SignedLevel } from '#domain/pact/commitment.ts';
import { clauseLines } from './clause-lines.ts';

const MEASURE: Measure = {
  number: 15,
  title: 'Donner la priorité au vélo',
  levels: [
    { level: 1, clauses: [{ clause: 1, text: 'Modérer la vitesse', targets: [] }] },
    { level: 2, clauses: [{ clause: 1, text: 'Une zone apaisée', targets: [] }] },
    {
      level: 3,
      clauses: [
        { clause: 0, text: 'Rendre cyclable tout le bassin :', targets: [] },
        { clause: 1, text: 'un réseau', targets: [] },
        { clause: 2, text: '25 € par an', targets: [] },
      ],
    },
  ],
};
const clause = (number: number, more: Partial<SignedClause> = {}): SignedClause => ({
  clause: number,
  stance: 'accepted',
  wording: 'same',
  changes: [],
  quotations: [],
  ...more,
});
const level = (number: number, more: Partial<SignedLevel> = {}): SignedLevel => ({
  level: number,
  stance: 'accepted',
  wording: 'same',
  clauses: [],
  quotations: [],
  ...more,
});

describe('a measure in its contract', () => {
  test('strikes the one clause that was excepted, and says so there', () => {
    const { lines } = clauseLines(MEASURE, {
      levels: [level(3, { stance: 'partial', clauses: [clause(0), clause(1), clause(2, { stance: 'refused' })] })],
    });
    expect(lines.map((line) => [line.level, line.stance, line.struck, line.bullet])).toEqual([
      [3, 'accepted', false, false],
      [null, 'accepted', false, true],
      [null, 'refused', true, true],
    ]);
    expect(lines[0]?.levelStance).toBe('partial');
  });
  test('shows no clause as taken where nobody said which part of a level was', () => {
    const { lines } = clauseLines(MEASURE, { levels: [level(3, { stance: 'partial' })] });
    expect(lines.map((line) => line.stance)).toEqual(['unspecified', 'unspecified', 'unspecified']);
  });
  test('names the levels the document does not speak of', () => {
    expect(clauseLines(MEASURE, { levels: [level(2)] }).unsaid).toEqual([1, 3]);
  });
  test('promised without a level has no line: no level is invented', () => {
    expect(clauseLines(MEASURE, { levels: [] })).toEqual({ lines: [], unsaid: [] });
  });
  test('shows a clause that was silently left out as struck', () => {
    const left = clause(2, { stance: 'unspecified', wording: 'omitted' });
    const { lines } = clauseLines(MEASURE, {
      levels: [level(3, { stance: 'partial', clauses: [clause(0), clause(1), left] })],
    });
    expect(lines[2]).toMatchObject({
      struck: true,
      omitted: true,
      segments: [{ kind: 'struck', text: '25 € par an' }],
    });
  });
  test('shows the document’s own words when the edition has no text for that level', () => {
    const own = level(1, { quotations: [{ start: 0, end: 7, text: 'Un plan' }] });
    expect(clauseLines({ ...MEASURE, levels: [] }, { levels: [own] }).lines[0]?.segments).toEqual([
      { kind: 'same', text: 'Un plan' },
    ]);
  });
});
