import { describe, expect, test } from 'vitest';
import { partCode, partsOfHead, partTitle, spotsOfPart, type ConsultedHead } from './head-part.ts';

const A = { letter: 'A', title: 'Cohérence', text: 'Agir sur tout.' };
const B = { letter: 'B', title: 'Solidarité', text: 'N’oublier personne.' };
const BASE = {
  preamble: ['Un pacte', 'Pour tout le monde.', 'Et longtemps.'],
  principles: [A, B],
  rules: { minimumMeasures: 10, requiredPrinciples: ['A', 'B'] },
  groupings: [
    {
      id: 'revue',
      title: 'Revue',
      status: 'proposal',
      note: '',
      themes: [{ id: 'eau', title: 'Eau', measures: [1, 2] }],
    },
  ],
} as const;
const SAME: ConsultedHead = {
  ...BASE,
  groupings: [{ ...BASE.groupings[0], themes: BASE.groupings[0].themes }],
  reason: 'Plus clair',
};
const THEMED = [2, 1].map((number) => ({ number, themes: { revue: 'eau' } }));

const changes = (head: Partial<ConsultedHead>, base: typeof BASE | null = BASE) =>
  partsOfHead({ ...SAME, ...head }, { base, measures: THEMED }).map(
    ({ part, change, reason }) => `${partCode(part)} ${change}${reason === '' ? '' : ` (${reason})`}`,
  );

describe('the head of a draft, part by part', () => {
  test('is all of it asked about, also what stays as it was', () => {
    expect(changes({})).toEqual([
      'preamble kept',
      'principle-A kept',
      'principle-B kept',
      'rules kept',
      'themes-revue kept',
    ]);
  });

  test('says what became of each part, with the reason of the head where something changed', () => {
    const principles = [
      { ...A, text: 'Agir.' },
      { letter: 'C', title: 'Mesure', text: 'Compter.' },
    ];
    const rules = { minimumMeasures: 12, requiredPrinciples: ['A'] };
    expect(changes({ preamble: [], principles, rules, groupings: [] })).toEqual([
      'preamble removed (Plus clair)',
      'principle-A modified (Plus clair)',
      'principle-B removed (Plus clair)',
      'principle-C added (Plus clair)',
      'rules modified (Plus clair)',
      'themes-revue removed (Plus clair)',
    ]);
  });

  test('of an edition that starts from nothing is all new; without a preamble there is none to speak of', () => {
    expect(changes({ preamble: [], groupings: [] }, null)).toEqual([
      'principle-A added (Plus clair)',
      'principle-B added (Plus clair)',
      'rules added (Plus clair)',
    ]);
  });

  test('can be said otherwise where it is words of the charter; what is taken out keeps its name', () => {
    const parts = partsOfHead({ ...SAME, principles: [A] }, { base: BASE, measures: THEMED }).map(({ part }) => part);
    expect(
      parts.map((part) =>
        spotsOfPart(part)
          .map(({ spot }) => spot)
          .join(' '),
      ),
    ).toEqual(['p1 p2', 'title text', '', '', '']);
    expect(parts.map(partTitle)).toEqual(['', 'Cohérence', 'Solidarité', '', 'Revue']);
  });
});
