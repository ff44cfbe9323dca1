import { expect, test } from 'vitest';
import { loadEditions } from '#server/charters.ts';
import { goalByNumber, goalSource, loadGoals } from '#server/goals.ts';
import { suggestGoals } from './suggest-goals.ts';

const pacte = loadEditions().find(({ id }) => id === 'pacte-transition-2020');
if (pacte === undefined) throw new Error('no Pacte');

/** Said by hand: the goal that a reader would name first. The lists were written knowing the Pacte: on another charter expect less. */
const FIRST_GOAL: Readonly<Record<string, number>> = {
  ...{ m1: 12, m3: 7, m4: 9, m5: 2, m6: 2, m7: 2, m8: 15, m10: 6, m11: 7, m12: 7, m13: 13, m14: 11, m15: 11, m16: 11 },
  ...{ m18: 12, m19: 12, m20: 11, m21: 1, m22: 11, m23: 10, m24: 11, m25: 10, m26: 10, m27: 8, m28: 16, m30: 17 },
};

test('of 26 goals said by hand, 25 are among the three proposed for the measure, 23 are the first', () => {
  const found = suggestGoals(pacte, loadGoals());
  const of = (item: string): readonly number[] => found.filter(({ from }) => from === item).map(({ goal }) => goal);
  const items = Object.entries(FIRST_GOAL);
  expect(items).toHaveLength(26);
  expect(items.filter(([item, goal]) => !of(item).includes(goal)).map(([item]) => item)).toEqual(['m25']);
  expect(items.filter(([item, goal]) => of(item)[0] === goal)).toHaveLength(23);
});

test('a proposal says the words that made it, as the measure writes them, each once', () => {
  const [cycling] = suggestGoals(pacte, loadGoals()).filter(({ from }) => from === 'm15');
  expect(cycling).toMatchObject({ goal: 11, reasons: [{ kind: 'goal-words' }] });
  const [reason] = cycling?.reasons ?? [];
  const words = reason?.kind === 'goal-words' ? reason.words : [];
  expect(words).toContain('vélo');
  expect(new Set(words).size).toBe(words.length);
});

test('one word of the text alone proposes nothing', () => {
  const measure = (title: string, text: string) => ({
    principles: [],
    measures: [{ number: 1, title, levels: [{ level: 1, clauses: [{ clause: 1, text, targets: [] }] }] }],
  });
  expect(suggestGoals(measure('Autre', 'Près de la rivière, un arbre'), loadGoals())).toEqual([]);
  expect(suggestGoals(measure('Planter un arbre', ''), loadGoals()).map(({ goal }) => goal)).toEqual([15]);
});

test('the seventeen goals are those of the resolution, and say that nobody compared them yet', () => {
  expect(loadGoals().map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
  expect(goalByNumber(6)?.name).toBe('Eau propre et assainissement');
  expect(goalByNumber(18)).toBeNull();
  expect(goalSource()).toMatchObject({ reference: 'A/RES/70/1', compared: false });
});
