import { describe, expect, test } from 'vitest';
import { ganttOf, isDrawn } from './gantt.ts';
import { planRow } from './testing/plan-rows.ts';

const TODAY = '2028-07-01';
const drawn = (...dates: readonly (readonly [string | null, string | null])[]) =>
  ganttOf(
    dates.map(([startsOn, endsOn], index) => planRow({ id: index, startsOn, endsOn })),
    TODAY,
  );

describe('the calendar of a plan', () => {
  test('is nothing when no action has a date', () => {
    expect(drawn()).toBeNull();
    expect(drawn([null, null])).toBeNull();
  });

  test('goes from the first year to the end of the last one, its last day included', () => {
    const gantt = drawn(['2026-03-15', '2031-12-31'], ['2027-01-01', '2027-12-31']);
    expect(gantt).toMatchObject({ from: '2026-01-01', until: '2032-01-01' });
    expect(gantt?.ticks.map(({ label }) => label)).toEqual(['2026', '2027', '2028', '2029', '2030', '2031']);
    expect(gantt?.bars[1]?.bar).toEqual({ kind: 'span', from: 16.66, width: 16.66 });
    expect(gantt?.today).toBeCloseTo(41.6, 0);
  });

  test('draws no end that nobody said, and no start either', () => {
    const gantt = drawn(['2026-01-01', null], [null, '2029-12-31'], ['2027-05-05', '2027-05-05']);
    expect(gantt?.bars.map(({ bar }) => bar.kind)).toEqual(['starts', 'ends', 'span']);
    expect(gantt?.bars[0]?.bar).toEqual({ kind: 'starts', from: 0, width: 100 });
    expect(gantt?.bars[1]?.bar).toEqual({ kind: 'ends', from: 100 });
    expect(gantt?.bars[2]?.bar).toMatchObject({ width: 0.6 });
  });

  test('leaves out undated actions and years that cannot be, and stays within its drawing', () => {
    const gantt = drawn([null, null], ['0202-01-01', '2027-01-01'], ['2027-01-01', '2027-02-01']);
    expect(gantt?.bars).toHaveLength(1);
    expect(isDrawn({ startsOn: null, endsOn: null })).toBe(false);
    for (const { bar } of gantt?.bars ?? []) {
      expect(bar.from).toBeGreaterThanOrEqual(0);
      expect(bar.from + ('width' in bar ? bar.width : 0)).toBeLessThanOrEqual(100.01);
    }
  });

  test('names months when it is short, and says today only when it is in it', () => {
    const gantt = drawn(['2026-02-10', '2026-06-20']);
    expect(gantt).toMatchObject({ from: '2026-02-01', until: '2026-07-01', today: null });
    expect(gantt?.ticks).toHaveLength(5);
    expect(gantt?.ticks[0]?.label).toBe('févr. 26');
  });
});
