import { expect, test } from 'vitest';
import { quantile, timeEach } from './measure.ts';

test('quantiles are values that were measured', () => {
  const durations = [5, 1, 4, 2, 3];
  expect(quantile(durations, 0.5)).toBe(3);
  expect(quantile(durations, 0.99)).toBe(5);
  expect(quantile([], 0.5)).toBeNaN();
});

test('the first run warms up and is not counted', async () => {
  let runs = 0;
  expect(await timeEach(3, () => (runs += 1))).toHaveLength(3);
  expect(runs).toBe(4);
});
