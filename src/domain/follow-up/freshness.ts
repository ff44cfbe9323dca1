/** How long ago somebody last looked. Never is a state of its own, shown as such, and silence too long is one. */

/** `since` is the last day looked at, YYYY-MM-DD; `months` whole months between it and today. */
export type Freshness =
  | { readonly kind: 'never' }
  | { readonly kind: 'fresh'; readonly since: string; readonly months: number }
  | { readonly kind: 'stale'; readonly since: string; readonly months: number };

/** A year without news, and what was said may no longer be so. */
export const STALE_MONTHS = 12;

/** `lookedOn` null: nobody ever did. `today`: the day at the place. */
export function freshness(lookedOn: string | null, today: string): Freshness {
  if (lookedOn === null) return { kind: 'never' };
  const months = monthsBetween(lookedOn, today);
  return { kind: months < STALE_MONTHS ? 'fresh' : 'stale', since: lookedOn, months };
}

/** Whole months from one day to another, never negative: from 31 January to 28 February is none, to 1 March is one. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear, fromMonth, fromDay] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(to);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
  return Math.max(0, months);
}

function partsOf(day: string): readonly [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

/** The latest of some days; null when there is none. */
export function latestDay(days: readonly (string | null)[]): string | null {
  return days.reduce<string | null>((last, one) => (one !== null && (last === null || one > last) ? one : last), null);
}
