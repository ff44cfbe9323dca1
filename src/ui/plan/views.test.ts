import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRIORITIES } from '#domain/plan/action-sheet.ts';
import { STATUS_STATES } from '#ui/messages/plan-words.fr.ts';
import { axisKey, choicesOf, rowsShown } from './rows-shown.ts';
import { planAxis, planRow, service } from './testing/plan-rows.ts';
import {
  EVERYTHING,
  isFiltered,
  NONE,
  readView,
  SOMEBODY,
  SORTS,
  sortedBy,
  writeView,
  type ViewAsked,
} from './view-asked.ts';

const TODAY = '2029-06-03';
const ids = (rows: readonly { id: number }[]): readonly number[] => rows.map(({ id }) => id);

const AXES = [
  planAxis({ id: 10, number: '1', title: 'Bouger' }),
  planAxis({ id: 11, number: '1.1', title: 'À vélo', parent: 10 }),
  planAxis({ id: 12, number: '2', title: 'Manger' }),
];
const PLAN = {
  axes: AXES,
  rows: [
    planRow({ id: 1, number: '1.10', title: 'Piste cyclable de l’Écluse', axis: 11, axisPath: ['Bouger', 'À vélo'] }),
    planRow({ id: 2, number: '1.9', title: 'Bus', axis: 10, status: 'ongoing', endsOn: '2029-06-02', linked: 2 }),
    planRow({
      id: 3,
      number: '2.1',
      title: 'Cantine',
      axis: 12,
      status: 'done',
      endsOn: '2020-01-01',
      priority: 'high',
    }),
    planRow({ id: 4, number: '3', title: 'Reste', leads: [{ kind: 'someone' }], priority: 'low' }),
    planRow({ id: 5, number: '4', title: 'Abri', leads: [service('Voirie')], forecastEuros: 1200.5 }),
  ],
};
const shown = (asked: Partial<ViewAsked>) => ids(rowsShown(PLAN, { ...EVERYTHING, ...asked }, TODAY));

describe('the address of a view', () => {
  const asked = fc.record<ViewAsked>({
    text: fc.string({ maxLength: 90 }).map((text) => text.trim()),
    statuses: fc.subarray([...STATUS_STATES]),
    priority: fc.option(fc.constantFrom(...PRIORITIES)),
    axis: fc.option(fc.constantFrom('1-bouger', NONE)),
    lead: fc.option(fc.constantFrom('Voirie & « parcs » = 1', SOMEBODY, NONE)),
    service: fc.option(fc.constantFrom('Écoles', NONE)),
    late: fc.boolean(),
    linked: fc.option(fc.boolean()),
    sort: fc.option(fc.constantFrom(...SORTS)),
    descending: fc.boolean(),
    page: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.constant('all' as const)),
  });

  test('says back what was asked', () => {
    fc.assert(
      fc.property(asked, (view) => {
        const expected = view.sort === null ? { ...view, descending: false } : view;
        expect(readView(new URLSearchParams(writeView(view)))).toEqual(expected);
      }),
    );
  });

  test('is nothing for everything, and a filter that means nothing is none', () => {
    expect(writeView(EVERYTHING)).toBe('');
    const odd = new URLSearchParams('statut=en+retard&tri=x&page=0&priorite=haut&lien=peut-etre&sens=bas');
    expect(readView(odd)).toEqual(EVERYTHING);
    expect(isFiltered(readView(new URLSearchParams('tri=titre&page=3')))).toBe(false);
    expect(isFiltered(readView(new URLSearchParams('retard=oui')))).toBe(true);
  });

  test('turns the order round when its column is pressed again, from the first page', () => {
    const once = sortedBy({ ...EVERYTHING, page: 4 }, 'end');
    expect(writeView(once)).toBe('?tri=fin');
    expect(writeView(sortedBy(once, 'end'))).toBe('?tri=fin&sens=desc');
    expect(writeView(sortedBy(sortedBy(once, 'end'), 'end'))).toBe('?tri=fin');
  });
});

describe('the rows of a plan', () => {
  test('are found by words in any order, without accents nor capitals, in title, axis or names', () => {
    expect(shown({ text: "l'ecluse PISTE" })).toEqual([1]);
    expect(shown({ text: 'velo' })).toEqual([1]);
    expect(shown({ text: 'voirie' })).toEqual([5]);
    expect(shown({ text: 'piste bus' })).toEqual([]);
  });

  test('are found by axis with what is under it, or under none', () => {
    expect(shown({ axis: axisKey({ number: '1', title: 'Bouger' }) })).toEqual([1, 2]);
    expect(shown({ axis: '1-1-a-velo' })).toEqual([1]);
    expect(shown({ axis: NONE })).toEqual([4, 5]);
    expect(shown({ axis: 'gone' })).toEqual([]);
  });

  test('are found by status, that nobody said it included; by lateness, which done actions never have', () => {
    expect(shown({ statuses: ['unknown'] })).toEqual([1, 4, 5]);
    expect(shown({ statuses: ['done', 'ongoing'] })).toEqual([2, 3]);
    expect(shown({ late: true })).toEqual([2]);
  });

  test('are found by who leads, by nobody, or by somebody who is not named; by whether a promise is carried out', () => {
    expect(shown({ lead: 'Voirie' })).toEqual([5]);
    expect(shown({ lead: SOMEBODY })).toEqual([4]);
    expect(shown({ lead: NONE })).toEqual([1, 2, 3]);
    expect(shown({ linked: true })).toEqual([2]);
    expect(shown({ linked: false, priority: 'low' })).toEqual([4]);
  });

  test('stand in the order of the plan, or by number as people count, what is unknown always last', () => {
    expect(shown({})).toEqual([1, 2, 3, 4, 5]);
    expect(shown({ sort: 'number' })).toEqual([2, 1, 3, 4, 5]);
    expect(shown({ sort: 'number', descending: true })).toEqual([5, 4, 3, 1, 2]);
    expect(shown({ sort: 'end' })).toEqual([3, 2, 1, 4, 5]);
    expect(shown({ sort: 'end', descending: true })).toEqual([2, 3, 1, 4, 5]);
    expect(shown({ sort: 'priority' })).toEqual([3, 4, 1, 2, 5]);
    expect(shown({ sort: 'forecast' })[0]).toBe(5);
    expect(shown({ sort: 'lead' })[0]).toBe(5);
    expect(shown({ sort: 'title' })).toEqual([5, 2, 3, 1, 4]);
  });

  test('are counted by name, those without a name last', () => {
    expect(choicesOf(PLAN).leads).toEqual([
      { value: 'Voirie', actions: 1 },
      { value: SOMEBODY, actions: 1 },
      { value: NONE, actions: 3 },
    ]);
    expect(choicesOf(PLAN).axes.map(({ depth }) => depth)).toEqual([0, 1, 0]);
  });
});
