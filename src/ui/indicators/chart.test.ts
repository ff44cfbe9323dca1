import { expect, test } from 'vitest';
import type { IndicatorValue } from '#domain/plan/indicator.ts';
import { ofYear } from '#domain/plan/period.ts';
import { HEIGHT, indicatorChart, MOST_LINES, WIDTH } from './chart.ts';

const value = (kind: 'result' | 'target', year: number | null, number: number, territory = ''): IndicatorValue => ({
  kind,
  territory,
  period: year === null ? null : ofYear(year),
  value: number,
});

test('results make a line that rises with them, from zero; targets are marks beside it', () => {
  const chart = indicatorChart([value('result', 2024, 10), value('result', 2026, 20), value('target', 2028, 23)]);
  const [line] = chart?.series ?? [];
  const [first, second] = line?.results ?? [];
  expect(second?.y).toBeLessThan(first?.y ?? 0);
  expect(line?.path).toMatch(/^M/);
  expect(line?.targets).toHaveLength(1);
  expect(chart?.y[0]).toMatchObject({ value: 0, at: chart?.bottom });
  expect(chart?.x.map(({ label }) => label)).toEqual(['2024', '2025', '2026', '2027', '2028']);
});

test('a target without a date goes across; one date alone, and figures below zero, are drawn inside', () => {
  const chart = indicatorChart([value('result', 2026, -5), value('target', null, 3)]);
  expect(chart?.series[0]?.across).toHaveLength(1);
  expect(chart?.series[0]?.path).toBe('');
  const drawn = chart?.series[0]?.results.map(({ x, y }) => [x > 0 && x < WIDTH, y > 0 && y < HEIGHT]);
  expect(drawn).toEqual([[true, true]]);
});

test('nothing, one figure, and no date make no picture; all zero does', () => {
  expect(indicatorChart([])).toBeNull();
  expect(indicatorChart([value('result', 2026, 1)])).toBeNull();
  expect(indicatorChart([value('target', null, 1), value('target', null, 2)])).toBeNull();
  const flat = indicatorChart([value('result', 2025, 0), value('result', 2026, 0)]);
  expect(flat?.series[0]?.results.map(({ y }) => Number.isFinite(y))).toEqual([true, true]);
});

test('more territories than can be told apart are left to the table, and counted', () => {
  const many = Array.from({ length: 7 }, (_, at) => value('result', 2026, at, `Quartier ${at}`));
  const chart = indicatorChart([...many, value('result', 2026, 40)]);
  expect(chart?.series.map(({ territory }) => territory)[0]).toBe('');
  expect(chart?.series).toHaveLength(MOST_LINES);
  expect(chart?.leftOut).toBe(8 - MOST_LINES);
});

test('a century of years has no more ticks than fit', () => {
  const chart = indicatorChart([value('result', 1950, 1), value('result', 2050, 2)]);
  expect(chart?.x.length).toBeLessThanOrEqual(9);
});
