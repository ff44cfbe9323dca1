import { expect, test } from 'vitest';
import { progressChart, type Curve } from './chart.ts';

const curve = (...points: readonly (readonly [number, number])[]): Curve => ({
  name: 'Pacte',
  points: points.map(([at, total]) => ({ at, total })),
});
const drawn = (curves: readonly Curve[], uprights: readonly { at: number; label: string }[] = []) =>
  progressChart(curves, { axis: 'days-since-1970', uprights });

test('one signature makes no picture', () => {
  expect(drawn([curve([18_000, 1])])).toBeNull();
  expect(drawn([])).toBeNull();
});

test('a curve rises by steps, from nothing, and its axis by whole pacts', () => {
  const chart = drawn([curve([18_000, 1], [18_010, 3])]);
  expect(chart?.curves[0]?.path).toMatch(/^M[\d.]+,286L/);
  expect(chart?.y.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
  expect(chart?.x.length).toBeGreaterThan(1);
  expect(chart?.x.every(({ at }) => at >= chart.left && at <= chart.right)).toBe(true);
});

test('a round is drawn near the signatures, and stretches nothing when it is years away', () => {
  const near = drawn([curve([18_000, 1], [18_010, 3])], [{ at: 18_030, label: 'Premier tour' }]);
  const far = drawn([curve([18_000, 1], [18_010, 3])], [{ at: 20_000, label: 'Premier tour' }]);
  expect(near?.uprights).toHaveLength(1);
  expect(far?.uprights).toEqual([]);
  expect(far?.curves[0]?.end.x).toBeGreaterThan(near?.curves[0]?.end.x ?? Infinity);
});

test('a campaign of two days names each of them once', () => {
  const days = drawn([curve([18_000, 1], [18_001, 3])])?.x.map((tick) => tick.days) ?? [];
  expect(days.length).toBeGreaterThan(0);
  expect(days.every((day) => Number.isInteger(day))).toBe(true);
  expect(new Set(days).size).toBe(days.length);
});
