/** Indicators of a plan, kept. Each figure stays, with when it was given. */
import type { IndicatorValue, IndicatorWords } from '#domain/plan/indicator.ts';

/** The words of the charter that it was made from. */
export type OfferedFrom = {
  readonly edition: string;
  readonly measure: number;
  readonly level: number;
  readonly clause: number;
  readonly quote: string;
};

export type KeptValue = IndicatorValue & { readonly id: number; readonly enteredAt: Date };
export type IndicatorLink = { readonly edition: string; readonly item: string };

export type StoredIndicator = IndicatorWords & {
  readonly id: number;
  readonly plan: number;
  readonly version: number;
  readonly offered: OfferedFrom | null;
  readonly changedAt: Date;
  /** Null: the town hall alone sees it. */
  readonly publishedAt: Date | null;
  readonly actions: readonly number[];
  readonly commitments: readonly IndicatorLink[];
  /** Oldest first. */
  readonly values: readonly KeptValue[];
};

export type IndicatorStore = {
  create(indicator: {
    readonly plan: number;
    readonly words: IndicatorWords;
    readonly offered: OfferedFrom | null;
    readonly at: Date;
  }): Promise<number>;
  /** Looked up through its plan; null: it has none such, or it was removed. */
  find(wanted: { readonly plan: number; readonly id: number }): Promise<StoredIndicator | null>;
  ofPlan(plan: number): Promise<readonly StoredIndicator[]>;
  /** False: it is no longer at `version`. */
  rewrite(
    indicator: { readonly id: number; readonly version: number },
    words: IndicatorWords,
    at: Date,
  ): Promise<boolean>;
  /** What it is about from now on: actions of its plan, promises of its place. */
  tie(
    id: number,
    to: { readonly actions: readonly number[]; readonly commitments: readonly IndicatorLink[] },
  ): Promise<void>;
  /** A figure of the same kind, place and time takes the place of the one before, which is kept. */
  put(id: number, values: readonly IndicatorValue[], given: { readonly by: string; readonly at: Date }): Promise<void>;
  /** False: it has no such figure any more. */
  takeBack(
    value: { readonly indicator: number; readonly id: number },
    given: { readonly by: string; readonly at: Date },
  ): Promise<boolean>;
  show(id: number, at: Date | null): Promise<void>;
  remove(id: number, at: Date): Promise<void>;
};
