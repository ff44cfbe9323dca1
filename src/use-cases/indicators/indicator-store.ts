/** What the acts on indicators need kept and found. Each figure stays, with when it was given. */
import type { IndicatorValue, IndicatorWords } from '#domain/plan/indicator.ts';
import type { IndicatorTies, NewIndicator, StoredIndicator } from '#domain/plan/indicator-kept.ts';
import type { PastChange } from '#domain/plan/working-plan.ts';

export type IndicatorStore = {
  create(indicator: NewIndicator): Promise<number>;
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
  tie(id: number, to: IndicatorTies): Promise<void>;
  /** A figure of the same kind, place and time takes the place of the one before, which is kept. */
  put(id: number, values: readonly IndicatorValue[], given: { readonly by: string; readonly at: Date }): Promise<void>;
  /** False: it has no such figure any more. */
  takeBack(
    value: { readonly indicator: number; readonly id: number },
    given: { readonly by: string; readonly at: Date },
  ): Promise<boolean>;
  show(id: number, at: Date | null): Promise<void>;
  remove(id: number, at: Date): Promise<void>;
  /** Oldest first; of one that was removed too. Empty: its plan never had one such. */
  history(wanted: { readonly plan: number; readonly id: number }): Promise<readonly PastChange[]>;
};
