/**
 * How the signatures of a campaign add up, day after day or week after week. A pact whose day nobody knows is on no curve, and
 * is counted apart. Two campaigns are laid over one another by the days that were left before their first round.
 */

import { dayAfter, daysBetween } from '../shared/local-day.ts';

/** `day`: YYYY-MM-DD; null: no source says it. `pacts`: signed that day. */
export type SignedDay = { readonly day: string | null; readonly pacts: number };
export type Step = 'day' | 'week';

export type ProgressPoint = {
  /** The day, or the Monday of the week. YYYY-MM-DD. */
  readonly from: string;
  readonly signed: number;
  /** Since the first signature, this day or week included. */
  readonly total: number;
};
export type Progress = {
  /** In order; only days and weeks in which somebody signed. */
  readonly points: readonly ProgressPoint[];
  readonly dated: number;
  readonly dayUnknown: number;
};

export function progressOf(days: readonly SignedDay[], step: Step): Progress {
  const signed = new Map<string, number>();
  for (const { day, pacts } of days) {
    if (day === null) continue;
    const from = step === 'day' ? day : mondayOf(day);
    signed.set(from, (signed.get(from) ?? 0) + pacts);
  }
  let dated = 0;
  const points = [...signed]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, pacts]) => ({ from, signed: pacts, total: (dated += pacts) }));
  const dayUnknown = days.reduce((sum, { day, pacts }) => (day === null ? sum + pacts : sum), 0);
  return { points, dated, dayUnknown };
}

export type Side = { readonly days: readonly SignedDay[]; readonly firstRound: string };
/** `week` 0: the seven days from the first round on; -1: the seven before. A total is null before its first signature. */
export type OverlaidWeek = { readonly week: number; readonly totals: readonly (number | null)[] };

/** From the first week in which somebody signed in any of them to the last. */
export function overlaid(sides: readonly Side[]): readonly OverlaidWeek[] {
  const weekly = sides.map(({ days, firstRound }) => {
    const signed = new Map<number, number>();
    for (const { day, pacts } of days) {
      if (day === null) continue;
      const week = Math.floor(daysBetween(firstRound, day) / 7);
      signed.set(week, (signed.get(week) ?? 0) + pacts);
    }
    return signed;
  });
  const weeks = weekly.flatMap((signed) => [...signed.keys()]);
  const totals: (number | null)[] = sides.map(() => null);
  return [...new Set(weeks)]
    .toSorted((one, other) => one - other)
    .map((week) => {
      for (const [at, signed] of weekly.entries()) {
        const more = signed.get(week);
        if (more !== undefined) totals[at] = (totals[at] ?? 0) + more;
      }
      return { week, totals: [...totals] };
    });
}

/** 1 January 1970 was a Thursday. */
function mondayOf(day: string): string {
  const number = daysBetween('1970-01-01', day) + 3;
  return dayAfter(day, -(((number % 7) + 7) % 7));
}
