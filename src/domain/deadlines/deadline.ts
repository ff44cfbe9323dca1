/**
 * A day by which something was promised, planned, decided or asked: written in the charter, the pact, a plan, agreed minutes
 * or a letter. Computed from what is public, never typed; where it is written goes with it.
 */
import type { When } from '../charter/target.ts';

export type Deadline = {
  /** Names it for ever, also when its day moves: `c:12:3.2.1:0`, `a:44`. */
  readonly key: string;
  /** The last day, YYYY-MM-DD: of a year, its last day. */
  readonly on: string;
  /** `year`: nobody said the day. */
  readonly precision: 'day' | 'year';
  /** Done, answered or given up: shown among what is over, reminded of no more. */
  readonly settled: boolean;
  /** When what it is computed from last changed. */
  readonly changedAt: Date;
  /** Of a meeting; null: a whole day. `revision` grows each time that it is moved. */
  readonly hours: { readonly startsAt: Date; readonly endsAt: Date; readonly revision: number } | null;
  readonly about: DeadlineAbout;
};

export type DeadlineAbout =
  /** Words of a clause that was promised. `from`: it begins then. `list` null: the council signed, or nobody is named. */
  | {
      readonly kind: 'charter-target';
      readonly edition: string;
      readonly measure: number;
      readonly level: number;
      readonly quote: string;
      readonly from: boolean;
      readonly list: string | null;
    }
  /** Words that the signatory changed or added. `item`: `m15`, `l412`. */
  | {
      readonly kind: 'pact-words';
      readonly edition: string;
      readonly item: string;
      readonly quote: string;
      readonly from: boolean;
      readonly list: string | null;
    }
  | { readonly kind: 'mandate-end'; readonly from: number; readonly to: number }
  | PlanDeadline
  | {
      readonly kind: 'decision';
      readonly committee: number;
      readonly meeting: number;
      readonly words: string;
      readonly who: string;
    }
  | { readonly kind: 'letter-reply'; readonly event: number; readonly title: string }
  | { readonly kind: 'meeting'; readonly committee: number; readonly meeting: number; readonly location: string };

/** Of an action of a published plan. */
export type PlanDeadline = {
  readonly plan: { readonly id: number; readonly title: string };
  readonly number: string;
  readonly title: string;
} & (
  | { readonly kind: 'action-end' }
  | { readonly kind: 'step-end'; readonly step: string }
  | { readonly kind: 'funding-call'; readonly call: string; readonly funder: string | null }
);

/** When a mandate ends; `on` null: no day is set yet. */
export type MandateEnd = { readonly year: number; readonly on: string | null };

/** The last day of what words say, and whether they say a beginning. */
export function lastDayOf(
  when: When,
  mandate: MandateEnd,
): { readonly on: string; readonly precision: Deadline['precision']; readonly from: boolean } {
  switch (when.kind) {
    case 'by-year':
    case 'in-year':
      return { on: `${when.year}-12-31`, precision: 'year', from: false };
    case 'before-year':
      return { on: `${when.year - 1}-12-31`, precision: 'year', from: false };
    case 'from-year':
      return { on: `${when.year}-01-01`, precision: 'year', from: true };
    case 'during-mandate':
    case 'end-of-mandate':
      return mandate.on === null
        ? { on: `${mandate.year}-12-31`, precision: 'year', from: false }
        : { on: mandate.on, precision: 'day', from: false };
  }
}

/** Soonest first; those of one day in the order of their names. */
export function inOrder(deadlines: readonly Deadline[]): readonly Deadline[] {
  return deadlines.toSorted((one, other) =>
    one.on === other.on ? (one.key < other.key ? -1 : 1) : one.on < other.on ? -1 : 1,
  );
}
