import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaid, progressOf, type SignedDay } from './progress.ts';

const on = (day: string | null, pacts = 1): SignedDay => ({ day, pacts });

describe('signatures that add up', () => {
  test('count those of no known day apart', () => {
    expect(progressOf([on('2020-03-02', 2), on(null, 3), on('2020-02-01')], 'day')).toEqual({
      points: [
        { from: '2020-02-01', signed: 1, total: 1 },
        { from: '2020-03-02', signed: 2, total: 3 },
      ],
      dated: 3,
      dayUnknown: 3,
    });
  });

  test('by week stand under its Monday, over the end of a year and of February of a leap year', () => {
    const froms = (days: readonly string[]) =>
      progressOf(
        days.map((day) => on(day)),
        'week',
      ).points.map(({ from }) => from);
    expect(froms(['2020-03-01', '2020-02-24', '2020-03-02'])).toEqual(['2020-02-24', '2020-03-02']);
    expect(froms(['2020-01-01', '2019-12-31'])).toEqual(['2019-12-30']);
    expect(froms(['1969-12-31'])).toEqual(['1969-12-29']);
  });

  test('come to the same by day and by week, in whatever order they were read', () => {
    const days = fc.array(
      fc.record({
        day: fc.option(
          fc
            .date({ min: new Date('2019-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
            .map((date) => date.toISOString().slice(0, 10)),
        ),
        pacts: fc.integer({ min: 1, max: 9 }),
      }),
    );
    fc.assert(
      fc.property(days, (all) => {
        const [daily, weekly] = [progressOf(all, 'day'), progressOf(all.toReversed(), 'week')];
        expect(daily.points.at(-1)?.total ?? 0).toBe(daily.dated);
        expect([weekly.dated, weekly.dayUnknown]).toEqual([daily.dated, daily.dayUnknown]);
        expect(weekly.points.at(-1)?.total).toBe(daily.points.at(-1)?.total);
      }),
    );
  });
});

describe('two campaigns', () => {
  test('are laid over one another by the weeks before their first round', () => {
    const before = { firstRound: '2014-03-23', days: [on('2014-03-16'), on('2014-03-23', 4), on(null, 9)] };
    const after = { firstRound: '2020-03-15', days: [on('2020-03-01', 2), on('2020-03-14')] };
    expect(overlaid([before, after])).toEqual([
      { week: -2, totals: [null, 2] },
      { week: -1, totals: [1, 3] },
      { week: 0, totals: [5, 3] },
    ]);
  });
});
