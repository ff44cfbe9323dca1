import { describe, expect, test } from 'vitest';
import type { AgreedText } from './agreed-text.ts';
import { champignyAgreedText } from './testing/champigny-agreed-text.ts';
import { changesBetween } from './text-changes.ts';

const signed = champignyAgreedText();
const changed = (changes: Partial<AgreedText>) => changesBetween(signed, { ...signed, ...changes });

describe('what changed between two texts', () => {
  test('nothing, when both say the same under another code and another day', () => {
    expect(changed({ code: '0123456789', frozenOn: '2027-01-01' })).toEqual([]);
  });

  test('nothing, when an apostrophe alone has another shape', () => {
    const principles = signed.principles.map((principle) => ({
      ...principle,
      text: principle.text.replaceAll('’', "'"),
    }));
    expect(principles).not.toEqual(signed.principles);
    expect(changed({ principles })).toEqual([]);
  });

  test('a principle said otherwise, with both wordings', () => {
    const principles = signed.principles.map((principle) =>
      principle.letter === 'A' ? { ...principle, text: 'Autre chose.' } : principle,
    );
    expect(changed({ principles })).toMatchObject([
      {
        where: { kind: 'principle', letter: 'A' },
        before: { text: signed.principles[0]?.text },
        after: { text: 'Autre chose.' },
      },
    ]);
  });

  test('each clause of a measure that is no longer there, and the observation on it; measures in the order of numbers', () => {
    const measures = signed.measures.filter(({ number }) => number !== 7 && number !== 15);
    const gone = changed({ measures });
    expect(gone.every(({ after }) => after === null)).toBe(true);
    const numbers = gone.map(({ where }) => ('number' in where ? where.number : 0));
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    expect(gone.filter(({ where }) => where.kind === 'measure')).toMatchObject([
      { where: { number: 7 }, before: { stance: null, text: '' } },
      { where: { number: 15 }, before: { stance: null, text: '' } },
    ]);
    const clauses = signed.measures
      .filter(({ number }) => number === 7 || number === 15)
      .flatMap(({ levels }) => levels.flatMap((level) => level.clauses));
    expect(gone.filter(({ where }) => where.kind === 'clause')).toHaveLength(clauses.length);
  });

  test('a clause in another stance, and nothing else of its level', () => {
    const measures = signed.measures.map((measure) =>
      measure.number !== 1
        ? measure
        : {
            ...measure,
            levels: measure.levels.map((level) =>
              level.level !== 1
                ? level
                : {
                    ...level,
                    clauses: level.clauses.map((clause, at) =>
                      at === 0 ? { ...clause, stance: { kind: 'refused' } as const } : clause,
                    ),
                  },
            ),
          },
    );
    expect(changed({ measures })).toMatchObject([
      {
        where: { kind: 'clause', number: 1, level: 1 },
        before: { stance: { kind: 'accepted' } },
        after: { stance: { kind: 'refused' } },
      },
    ]);
  });

  test('a local measure that was added, and one that answers other measures now', () => {
    const [local] = signed.localMeasures;
    if (local === undefined) throw new Error('no local measure');
    const localMeasures = [
      { ...local, relatedMeasures: [31, 32] },
      { ...local, number: 2, text: 'Une fête (exemple).' },
    ];
    expect(changed({ localMeasures })).toMatchObject([
      { where: { number: 1 }, before: { relatedMeasures: [31] }, after: { relatedMeasures: [31, 32] } },
      { where: { number: 2 }, before: null, after: { text: 'Une fête (exemple).' } },
    ]);
  });
});
