/**
 * A day by which something was promised, planned, decided or asked: written in the charter, the pact, a plan, agreed minutes
 * or a letter. Computed from what is public, never typed; where it is written goes with it.
 */
import type { Period, Precision } from '../plan/period.ts';
import type { WrittenWhen } from './written-terms.ts';

export type Deadline = {
  /** Names it for ever, also when its day moves: `c:12:3.2.1:0`, `a:44`. */
  readonly key: string;
  /** The last day, YYYY-MM-DD: of a month or a year, its last day. */
  readonly on: string;
  /** `month`, `year`: nobody said the day. */
  readonly precision: Precision;
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

/** What words of time count from. `from`: the year in which the mandate began; `signedOn` null: nobody knows the day. */
export type CountedFrom = MandateEnd & { readonly from: number; readonly signedOn: string | null };

/** The last day of what words say, and whether they say a beginning. */
export function lastDayOf(when: WrittenWhen, mandate: CountedFrom): Period & { readonly from: boolean } {
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
    case 'by-day':
    case 'from-day':
      return { on: when.day, precision: 'day', from: when.kind === 'from-day' };
    case 'by-month':
      return { on: endOfMonth(when.month, 0), precision: 'month', from: false };
    case 'from-month':
      return { on: `${when.month}-01`, precision: 'month', from: true };
    case 'years-into-mandate':
      return { on: `${mandate.from + when.years}-12-31`, precision: 'year', from: false };
    case 'months-after-signature':
      return mandate.signedOn === null
        ? { on: `${mandate.from + Math.ceil(when.months / 12)}-12-31`, precision: 'year', from: false }
        : { on: endOfMonth(mandate.signedOn, when.months), precision: 'month', from: false };
  }
}

/** The last day of the month so many after that of `day`, which may say no more than its month. */
function endOfMonth(day: string, later: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + later, 0)).toISOString().slice(0, 10);
}

/** Soonest first; those of one day in the order of their names. */
export function inOrder(deadlines: readonly Deadline[]): readonly Deadline[] {
  return deadlines.toSorted((one, other) =>
    one.on === other.on ? (one.key < other.key ? -1 : 1) : one.on < other.on ? -1 : 1,
  );
}
