import { expect, test } from 'vitest';
import type { AmountLine } from '#domain/plan/action-sheet.ts';
import type { RowFunding } from '#domain/plan/plan-row.ts';
import { budgetShown } from './budget-shown.ts';
import { planRow, service } from './testing/plan-rows.ts';

const line = (said: Partial<AmountLine>): AmountLine => ({
  direction: 'spending',
  stage: 'forecast',
  nature: null,
  year: null,
  euros: null,
  words: '',
  ...said,
});
const funding = (said: Partial<RowFunding>): RowFunding => ({
  funder: service('ADEME'),
  call: '',
  deadline: null,
  state: null,
  euros: null,
  ...said,
});

const SHOWN = budgetShown({
  axes: [],
  rows: [
    planRow({
      id: 1,
      axisPath: ['Bouger', 'À vélo'],
      amounts: [
        line({ euros: 0.1, year: 2028, nature: 'investment' }),
        line({ euros: 0.2, year: 2028, nature: 'investment' }),
        line({ words: '10 000 à 15 000' }),
        line({ direction: 'receipt', stage: 'real', euros: 50, year: 2026 }),
      ],
      fundings: [
        funding({ call: 'Second', deadline: '2029-01-01', state: 'granted', euros: 100 }),
        funding({ call: 'Premier', deadline: '2027-01-01', state: 'to-ask' }),
        funding({ state: 'granted', euros: 0.5 }),
      ],
    }),
    planRow({ id: 2, amounts: [line({ euros: 5 })] }),
    planRow({ id: 3 }),
  ],
});

test('totals are exact to the cent, and say how many lines they leave out', () => {
  expect(SHOWN.whole.map(({ euros, lines, withoutFigure }) => [euros, lines, withoutFigure])).toEqual([
    [5.3, 4, 1],
    [null, 0, 0],
    [null, 0, 0],
    [50, 1, 0],
  ]);
  expect(SHOWN.actions).toEqual({ all: 3, withAmount: 2 });
  expect(SHOWN.withoutFigure.map(({ row, line: { words } }) => [row.id, words])).toEqual([[1, '10 000 à 15 000']]);
});

test('years ascend, the one that nobody said last; natures and axes of the first level have their own lines', () => {
  expect(SHOWN.byYear.map(({ year, totals }) => [year, totals[0]?.euros])).toEqual([
    [2026, null],
    [2028, 0.3],
    [null, 5],
  ]);
  expect(SHOWN.byNature.map(({ nature }) => nature)).toEqual(['investment', null]);
  expect(SHOWN.byAxis.map(({ axis, totals }) => [axis, totals[0]?.euros])).toEqual([
    ['Bouger', 0.3],
    [null, 5],
  ]);
});

test('funders are added up by what they said, calls come soonest first', () => {
  expect(SHOWN.funders).toHaveLength(1);
  expect(SHOWN.funders[0]).toMatchObject({ granted: { euros: 100.5, lines: 2 }, open: { euros: null, lines: 1 } });
  expect(SHOWN.calls.map(({ funding: { call } }) => call)).toEqual(['Premier', 'Second']);
});

test('nothing written is nothing added up', () => {
  const empty = budgetShown({ axes: [], rows: [] });
  expect(empty.byYear).toEqual([]);
  expect(empty.byAxis).toEqual([]);
  expect(empty.whole.map(({ euros }) => euros)).toEqual(SHOWN.whole.map(() => null));
  expect(empty.whole).not.toEqual([]);
});
