import { describe, expect, test } from 'vitest';
import { AGREED_TEXT_FORMAT, type AgreedClause, type AgreedMeasure, type AgreedText } from './agreed-text.ts';
import { namedBodies, pactOfAgreedText } from './pact-of-agreed-text.ts';
import { tallyOf } from './pact.ts';

const ACCEPTED = { kind: 'accepted' } as const;
const REFUSED = { kind: 'refused' } as const;
const EXCEPTED = { kind: 'excepted' } as const;
const LEFT = { kind: 'delegated', body: 'Paris Est Marne et Bois', siren: '200057941' } as const;

const clause = (number: number, rest: Partial<AgreedClause> = {}): AgreedClause => {
  const reference = rest.reference ?? `Alinéa ${number} de la charte.`;
  return { clause: number, stance: ACCEPTED, reference, text: reference, observation: null, ...rest };
};
const measure = (
  number: number,
  levels: readonly AgreedClause[][],
  rest: Partial<AgreedMeasure> = {},
): AgreedMeasure => ({
  number,
  title: `Mesure ${number}`,
  stance: null,
  levels: levels.map((clauses, index) => ({ level: index + 1, label: null, clauses })),
  observation: null,
  ...rest,
});
const text = (rest: Partial<AgreedText>): AgreedText => ({
  format: AGREED_TEXT_FORMAT,
  code: 'K7M2P9XQ4T',
  edition: { id: 'pacte-transition-2020', title: 'Pacte pour la Transition' },
  place: { kind: 'municipality', code: '94017', name: 'Champigny-sur-Marne' },
  term: { from: 2026, to: 2032 },
  frozenOn: '2026-03-01',
  carrier: { kind: 'collective', collective: 1, name: 'Champigny en transition (exemple)' },
  counterpart: {
    kind: 'list',
    list: 2,
    name: 'Demain (exemple)',
    leader: 'Camille Exemple',
    election: 'municipales-2026',
  },
  principles: [],
  measures: [],
  localMeasures: [],
  addendumTo: null,
  ...rest,
});
const signed = (rest: Partial<AgreedText>) => pactOfAgreedText(text(rest), { signedOn: '2026-03-08' });

test('who signed, where, for which term and when', () => {
  expect(signed({})).toMatchObject({
    place: { kind: 'municipality', code: '94017' },
    edition: 'pacte-transition-2020',
    listName: 'Demain (exemple)',
    leader: 'Camille Exemple',
    term: { from: 2026, to: 2032 },
    signedOn: '2026-03-08',
  });
});

test('a council signs under its own name, a grouping keeps its number', () => {
  const pact = signed({
    counterpart: { kind: 'council', name: 'Conseil de territoire (exemple)' },
    place: { kind: 'grouping', siren: '200057941', name: 'Paris Est Marne et Bois' },
  });
  expect(pact.listName).toBe('Conseil de territoire (exemple)');
  expect(pact.leader).toBeNull();
  expect(pact.place).toEqual({ kind: 'grouping', siren: '200057941' });
});

describe('levels', () => {
  test('taken whole, refused, and taken without the one below', () => {
    const [commitment] = signed({
      measures: [measure(15, [[clause(1, { stance: REFUSED })], [clause(1), clause(2)]])],
    }).commitments;
    expect(commitment?.levels.map(({ level, stance }) => [level, stance])).toEqual([
      [1, 'refused'],
      [2, 'accepted'],
    ]);
    expect(commitment?.stance).toBe('partial');
  });

  test('a clause excepted leaves its level taken in part, and the clause refused', () => {
    const [commitment] = signed({
      measures: [measure(15, [[clause(1), clause(2, { stance: EXCEPTED })]])],
    }).commitments;
    expect(commitment?.levels[0]?.stance).toBe('partial');
    expect(commitment?.levels[0]?.clauses.map(({ stance }) => stance)).toEqual(['accepted', 'refused']);
  });

  test('a measure left to another body names it and is not counted as promised', () => {
    const pact = signed({
      measures: [measure(11, [[clause(1, { stance: REFUSED })], [clause(1, { stance: LEFT })]])],
    });
    expect(pact.commitments[0]).toMatchObject({ stance: 'delegated', competentBody: 'Paris Est Marne et Bois' });
    expect(tallyOf(pact)).toEqual({ commitments: 0, levels: 0 });
  });

  test('a measure promised without a level is taken as such; one that nothing was agreed of is left out', () => {
    const { commitments } = signed({ measures: [measure(14, [], { stance: ACCEPTED }), measure(19, [])] });
    expect(commitments.map(({ measure: number, stance, levels }) => [number, stance, levels])).toEqual([
      [14, 'accepted', []],
    ]);
  });
});

test('changed words are told one by one, and the agreed words kept', () => {
  const [commitment] = signed({
    measures: [
      measure(12, [
        [
          clause(1, {
            reference: 'Rénover 5 % des bâtiments publics chaque année.',
            text: 'Rénover 3 % des bâtiments publics et scolaires chaque année.',
          }),
        ],
      ]),
    ],
  }).commitments;
  const [level] = commitment?.levels ?? [];
  expect(level?.wording).toBe('amended');
  expect(level?.clauses[0]).toMatchObject({
    wording: 'amended',
    changes: [
      { kind: 'replaced', reference: '5', here: '3' },
      { kind: 'added', reference: '', here: 'et scolaires' },
    ],
    quotations: [{ start: 0, end: 0, text: 'Rénover 3 % des bâtiments publics et scolaires chaque année.' }],
  });
});

test('words changed in a clause that is refused in the end change nothing', () => {
  const refused = clause(1, { stance: EXCEPTED, reference: 'Cent arbres.', text: 'Dix arbres.' });
  const [commitment] = signed({ measures: [measure(1, [[refused, clause(2)]])] }).commitments;
  expect(commitment?.levels[0]).toMatchObject({ wording: 'same', stance: 'partial' });
  expect(commitment?.levels[0]?.clauses[0]).toMatchObject({ wording: 'same', changes: [], quotations: [] });
});

test('what the list says of a measure and of its clauses is kept in order', () => {
  const [commitment] = signed({
    measures: [measure(3, [[clause(1, { observation: 'Dès 2027.' }), clause(2)]], { observation: 'Nous y tenons.' })],
  }).commitments;
  expect(commitment?.observations).toEqual(['Nous y tenons.', 'Dès 2027.']);
});

test('local measures that were agreed are promised, the refused ones are not', () => {
  const local = { stance: ACCEPTED, relatedMeasures: [26], observation: null };
  const { localCommitments } = signed({
    localMeasures: [
      { number: 1, text: 'Un marché de producteurs.', ...local },
      { number: 2, text: 'Une piscine.', ...local, stance: REFUSED },
    ],
  });
  expect(localCommitments).toEqual([
    { localNumber: '1', text: 'Un marché de producteurs.', relatedMeasures: [26], quotations: [] },
  ]);
});

test('principles keep their stance and what was said of them', () => {
  const principle = { letter: 'A', title: 'Transparence', text: '…', stance: ACCEPTED, observation: 'Oui.' };
  expect(signed({ principles: [principle] }).principles).toEqual([
    { letter: 'A', stance: 'accepted', observations: ['Oui.'], quotations: [] },
  ]);
});

test('the bodies that the text gives a number to are known by it', () => {
  const other = { kind: 'delegated', body: 'Île-de-France Mobilités', siren: null } as const;
  const measures = [measure(11, [[clause(1, { stance: LEFT })]]), measure(12, [], { stance: other })];
  expect([...namedBodies(text({ measures }))]).toEqual([['Paris Est Marne et Bois', '200057941']]);
});
