/** Late is computed from the day it is at the place, never typed. */
import { daysBetween } from '../shared/local-day.ts';
import type { ActionStatus } from './action-sheet.ts';

type Dated = {
  readonly status: ActionStatus | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
};

/** `end`: its last day is over and it is not done. `start`: it should have begun, and is still to come. */
export type Lateness =
  { readonly kind: 'end'; readonly days: number } | { readonly kind: 'start'; readonly days: number };

/**
 * Null: not late, or nothing says when. Done and abandoned actions are never late; a paused or blocked one is, by its end:
 * waiting does not move a promised day. On the very day it is not late yet. `today`: YYYY-MM-DD at the place.
 */
export function lateness({ status, startsOn, endsOn }: Dated, today: string): Lateness | null {
  if (status === 'done' || status === 'abandoned') return null;
  if (endsOn !== null && endsOn < today) return { kind: 'end', days: daysBetween(endsOn, today) };
  if (status === 'planned' && startsOn !== null && startsOn < today) {
    return { kind: 'start', days: daysBetween(startsOn, today) };
  }
  return null;
}
