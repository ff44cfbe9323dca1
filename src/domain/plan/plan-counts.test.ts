import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AmountLine } from './action-sheet.ts';
import { budgetCells, sumsOf, totalOf, totalsByFunder } from './budget.ts';
import { lateness } from './late.ts';
import { nextActionNumber, nextAxisNumber, numbersByPlace } from './numbering.ts';
import { progressByAxis, progressOf } from './progress.ts';

const TODAY = '2027-06-15';

describe('late', () => {
  const dated = { status: 'ongoing', startsOn: null, endsOn: '2027-06-15' } as const;

  test('is not on the very day, and is the day after', () => {
    expect(lateness(dated, TODAY)).toBeNull();
    expect(lateness(dated, '2027-06-16')).toEqual({ kind: 'end', days: 1 });
  });

  test('never is what is done or given up; what is blocked or of unknown status is', () => {
    const past = { ...dated, endsOn: '2026-06-15' };
    expect(lateness({ ...past, status: 'done' }, TODAY)).toBeNull();
    expect(lateness({ ...past, status: 'abandoned' }, TODAY)).toBeNull();
    expect(lateness({ ...past, status: 'blocked' }, TODAY)).toEqual({ kind: 'end', days: 365 });
    expect(lateness({ ...past, status: null }, TODAY)).toEqual({ kind: 'end', days: 365 });
  });

  test('is to begin late too, while it is still to come', () => {
    const begun = { status: 'planned', startsOn: '2027-06-01', endsOn: null } as const;
    expect(lateness(begun, TODAY)).toEqual({ kind: 'start', days: 14 });
    expect(lateness({ ...begun, status: 'ongoing' }, TODAY)).toBeNull();
  });
});

describe('progress', () => {
  const row = (status: 'done' | 'ongoing' | 'blocked' | null, axis: number | null) => ({
    status,
    startsOn: null,
    endsOn: null,
    axis,
  });

  test('of nothing is nothing, never a number', () => {
    expect(progressOf([], TODAY)).toBeNull();
    expect(progressByAxis([{ id: 1, parent: null }], [], TODAY).get(1)).toBeNull();
  });

  test('counts done, under way and unknown apart, sub-axes with their axis', () => {
    const axes = [
      { id: 1, parent: null },
      { id: 2, parent: 1 },
    ];
    const rows = [row('done', 2), row('ongoing', 1), row(null, 2), row('blocked', null)];
    expect(progressByAxis(axes, rows, TODAY).get(1)).toMatchObject({ all: 3, done: 1, ongoing: 1, unknown: 1 });
    expect(progressOf(rows, TODAY)).toMatchObject({ all: 4, stopped: 1, late: 0 });
  });

  test('adds up, whatever the plan', () => {
    const status = fc.constantFrom('planned', 'ongoing', 'done', 'paused', 'abandoned', 'blocked', null);
    fc.assert(
      fc.property(fc.array(fc.record({ status, startsOn: fc.constant(null), endsOn: fc.constant(null) })), (rows) => {
        const told = progressOf(rows, TODAY);
        if (told === null) return rows.length === 0;
        const { all, done, ongoing, planned, stopped, abandoned, unknown } = told;
        return all === rows.length && all === done + ongoing + planned + stopped + abandoned + unknown;
      }),
    );
  });
});

describe('a budget', () => {
  const line = (over: Partial<AmountLine>): AmountLine => ({
    direction: 'spending',
    stage: 'forecast',
    nature: null,
    year: null,
    euros: null,
    words: '',
    ...over,
  });

  test('says how many lines it leaves out, and says nothing when no line has a sum', () => {
    const lines = [line({ euros: 0.1 }), line({ euros: 0.2 }), line({ words: '10 000 à 15 000' })];
    expect(totalOf(lines)).toEqual({ euros: 0.3, lines: 3, withoutFigure: 1 });
    expect(totalOf([line({ words: 'à préciser' })]).euros).toBeNull();
    expect(totalOf([line({ euros: 0 })]).euros).toBe(0);
  });

  test('of an action is what is spent, never what comes in', () => {
    expect(sumsOf([line({ euros: 5 }), line({ euros: 3, direction: 'receipt' })])).toEqual({
      forecastEuros: 5,
      realEuros: null,
    });
  });

  test('is cut by direction, stage, nature and year, what was not said last', () => {
    const cells = budgetCells([
      line({ euros: 1 }),
      line({ euros: 2, year: 2028, nature: 'operation' }),
      line({ euros: 3, year: 2027, nature: 'operation' }),
      line({ euros: 4, nature: 'investment', stage: 'real' }),
      line({ euros: 5, direction: 'receipt' }),
    ]);
    expect(cells.map(({ total }) => total.euros)).toEqual([3, 2, 1, 4, 5]);
  });

  test('by funder tells what is granted from what is only asked', () => {
    const fundings = [
      { funder: 'Région', state: 'granted', euros: 100 },
      { funder: 'Région', state: 'asked', euros: null },
      { funder: 'ADEME', state: null, euros: 7 },
    ] as const;
    expect(totalsByFunder(fundings, (name) => name)).toMatchObject([
      { funder: 'Région', granted: { euros: 100 }, asked: { euros: null, withoutFigure: 1 } },
      { funder: 'ADEME', open: { euros: 7 } },
    ]);
  });
});

describe('numbers', () => {
  const axis = (id: number, parent: number | null, number: string) => ({
    id,
    parent,
    number,
    title: 'Axe',
    description: '',
  });

  test('follow the last of their axis, and never one that is taken', () => {
    const axes = [axis(1, null, '1'), axis(2, 1, '1.1'), axis(3, null, '2')];
    expect(nextAxisNumber(axes, null)).toBe('3');
    expect(nextAxisNumber(axes, 1)).toBe('1.2');
    expect(nextActionNumber(['1', '1.1', '1.7', '1.7.4', '1.x'], '1')).toBe('1.8');
    expect(nextActionNumber([], null)).toBe('1');
    expect(numbersByPlace(axes, [{ axis: 1 }, { axis: 2 }, { axis: null }])).toEqual(['1.2', '1.1.1', '3']);
  });

  test('stay short under an axis whose number is as long as one may be', () => {
    expect(nextActionNumber(['1'], 'A'.repeat(20))).toBe('2');
  });
});
