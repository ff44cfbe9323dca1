import { expect, test } from 'vitest';
import type { Origin } from './draft.ts';
import { broughtBy, takenOut } from './unmerge.ts';

const o = (...measures: readonly number[]): readonly Origin[] =>
  measures.map((measure) => ({ edition: 'pacte-2020', measure }));

type Row = { id: number; origins: readonly Origin[]; into: number | null; brought: readonly Origin[] };

/** A draft whose rows have these origins, on which measures are merged and taken out as the workbench does. */
function draftOf(first: Readonly<Record<number, readonly Origin[]>>) {
  const rows = new Map<number, Row>(
    Object.entries(first).map(([id, origins]) => [Number(id), { id: Number(id), origins, into: null, brought: [] }]),
  );
  const row = (id: number) => {
    const found = rows.get(id);
    if (found === undefined) throw new Error(`no row ${id}`);
    return found;
  };
  const change = (id: number, more: Partial<Row>) => rows.set(id, { ...row(id), ...more });
  return {
    merge(from: number, into: number) {
      const brought = broughtBy(row(from), row(into));
      change(into, { origins: [...row(into).origins, ...brought] });
      change(from, { into, brought });
    },
    restore(id: number) {
      const all = [...rows.values()];
      const merged = all.flatMap(({ into, ...one }) => (into === null ? [] : [{ ...one, into }]));
      const out = merged.find((one) => one.id === id);
      if (out === undefined) throw new Error(`${id} is not merged`);
      for (const { id: of, ...more } of takenOut(out, { living: all.filter(({ into }) => into === null), merged }))
        change(of, more);
      change(id, { into: null, brought: [] });
    },
    says: () =>
      [...rows.values()]
        .filter(({ into }) => into === null)
        .map(({ id, origins }) => `${id} from ${origins.map(({ measure }) => measure).join('+')}`),
  };
}

test('a measure merged into one that was then merged away takes its origin along when it comes back', () => {
  const draft = draftOf({ 1: o(1), 2: o(2), 3: o(3) });
  draft.merge(1, 2);
  draft.merge(2, 3);
  expect(draft.says()).toEqual(['3 from 3+2+1']);
  draft.restore(1);
  expect(draft.says()).toEqual(['1 from 1', '3 from 3+2']);
  draft.restore(2);
  expect(draft.says()).toEqual(['1 from 1', '2 from 2', '3 from 3']);
});

test('in whatever order they come back, each has its own', () => {
  const draft = draftOf({ 1: o(1), 2: o(2), 3: o(3) });
  draft.merge(1, 2);
  draft.merge(2, 3);
  draft.restore(2);
  expect(draft.says()).toEqual(['2 from 2+1', '3 from 3']);
  draft.restore(1);
  expect(draft.says()).toEqual(['1 from 1', '2 from 2', '3 from 3']);
});

test('an added measure is added again once what was merged into it is out', () => {
  const draft = draftOf({ 5: o(5), 33: o() });
  draft.merge(5, 33);
  draft.restore(5);
  expect(draft.says()).toEqual(['5 from 5', '33 from ']);
});

test('two parts of one measure merged into another: it keeps the origin until the second is out', () => {
  const draft = draftOf({ 15: o(15), 20: o(20), 33: o(15) });
  draft.merge(15, 20);
  draft.merge(33, 20);
  draft.restore(15);
  expect(draft.says()).toEqual(['15 from 15', '20 from 20+15']);
  draft.restore(33);
  expect(draft.says()).toEqual(['15 from 15', '20 from 20', '33 from 15']);
});

test('a part merged back into its own measure takes nothing from it', () => {
  const draft = draftOf({ 15: o(15), 33: o(15) });
  draft.merge(33, 15);
  draft.restore(33);
  expect(draft.says()).toEqual(['15 from 15', '33 from 15']);
});
