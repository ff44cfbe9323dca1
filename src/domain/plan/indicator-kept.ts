/** An indicator as its town hall works on it: its words, its figures, what it is about. */
import type { IndicatorValue, IndicatorWords } from './indicator.ts';

/** The words of the charter that it was made from. */
export type OfferedFrom = {
  readonly edition: string;
  readonly measure: number;
  readonly level: number;
  readonly clause: number;
  readonly quote: string;
  /** Words signed in their place; none, or null: those of the charter. */
  readonly signed?: string | null;
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

export type NewIndicator = {
  readonly plan: number;
  readonly words: IndicatorWords;
  readonly offered: OfferedFrom | null;
  readonly at: Date;
};

/** Actions of its plan, promises of its place. */
export type IndicatorTies = {
  readonly actions: readonly number[];
  readonly commitments: readonly IndicatorLink[];
};
