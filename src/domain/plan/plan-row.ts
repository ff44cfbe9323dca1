/**
 * One line of a plan, for every view and export: the same shape for what a town hall works on (numbers of working axes,
 * private actions included) and for what is published (./published-sheet.ts). A name is what the reader may see.
 */
import type { ActionStatus, AmountLine, Priority } from './action-sheet.ts';
import type { EntryKind } from './directory-entry.ts';

export type PlanRow = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  /** Titles from the top; empty: under no axis. */
  readonly axisPath: readonly string[];
  /** The innermost one, an `id` of the overview's axes. */
  readonly axis: number | null;
  readonly status: ActionStatus | null;
  readonly blocked: { readonly why: string; readonly unblocks: string } | null;
  readonly priority: Priority | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly visibility: 'public' | 'private';
  readonly leads: readonly RowName[];
  readonly referents: readonly RowName[];
  readonly services: readonly RowName[];
  /** When somebody last said how far it is; null: nobody did. */
  readonly newsAt: Date | null;
  readonly amounts: readonly AmountLine[];
  readonly fundings: readonly RowFunding[];
  /** Spending, exact sums only; null: none was written. */
  readonly forecastEuros: number | null;
  readonly realEuros: number | null;
  /** How many promises it is said to carry out. */
  readonly linked: number;
  readonly steps: { readonly done: number; readonly all: number };
  /** What a change of it names; 0 in a published plan. */
  readonly version: number;
};

/** `entry`: its number in the directory, null in a published plan. `someone`: a person whose name is not public. */
export type RowName =
  | { readonly kind: EntryKind; readonly name: string; readonly entry: number | null; readonly left: boolean }
  | { readonly kind: 'someone' };

export type RowFunding = {
  readonly funder: RowName;
  readonly call: string;
  readonly deadline: string | null;
  readonly state: 'to-ask' | 'asked' | 'granted' | 'refused' | null;
  readonly euros: number | null;
};

export type PlanAxis = {
  readonly id: number;
  /** Null: at the top. */
  readonly parent: number | null;
  readonly number: string;
  readonly title: string;
  readonly description: string;
};

/** In the order of the plan: an axis before what it holds; actions as they are ordered inside of it, those of no axis last. */
export type PlanOverview = {
  readonly axes: readonly PlanAxis[];
  readonly rows: readonly PlanRow[];
};
