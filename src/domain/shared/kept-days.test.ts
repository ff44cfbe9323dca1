import { expect, test } from 'vitest';
import { daysToDrop } from './kept-days.ts';

const days = (month: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `${month}-${String(from + at).padStart(2, '0')}`);

test('the last seven days stay, and the first of each month for ever', () => {
  const kept = [...days('2026-04', 3, 30), ...days('2026-05', 1, 12)];
  expect(daysToDrop(kept)).toEqual([...days('2026-04', 4, 30), ...days('2026-05', 2, 5)]);
  expect(daysToDrop([...kept].reverse())).toEqual(daysToDrop(kept));
});

test('a site that slept keeps its last seven, however old', () => {
  expect(daysToDrop(['2020-01-02', '2021-03-04', '2026-05-12'])).toEqual([]);
  expect(daysToDrop([])).toEqual([]);
  expect(daysToDrop(days('2026-05', 1, 9))).toEqual(['2026-05-02']);
});
