/**
 * What the acts on working plans need kept and found. What is public is elsewhere: publishing writes it
 * (./plan-version-store.ts), pages read it.
 */

import type { WrittenWords } from '#domain/plan/carried-words.ts';
import type { PlanAxis, PlanOverview } from '#domain/plan/plan-row.ts';
import type {
  StoredPlan,
  StoredAction,
  StoredActionDocument,
  NewAction,
  PastChange,
  WrittenSheet,
} from '#domain/plan/working-plan.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export type { StoredPlan, StoredAction, StoredActionDocument, NewAction, PastChange, WrittenSheet };

export type WorkingPlanStore = {
  create(plan: {
    readonly id?: number;
    readonly place: PlaceCode;
    readonly title: string;
    readonly introduction: string;
    readonly by: string;
    readonly at: Date;
  }): Promise<number>;
  find(id: number): Promise<StoredPlan | null>;
  /** Like `find`; nobody else changes anything of it before the end of the transaction. */
  lock(id: number): Promise<StoredPlan | null>;
  ofPlace(place: PlaceCode): Promise<readonly StoredPlan[]>;
  /** `changes` goes up by one, `version` when the plan itself or its axes changed. */
  touched(id: number, what: 'plan' | 'actions'): Promise<void>;
  rewrite(id: number, words: { readonly title: string; readonly introduction: string }): Promise<void>;
  archive(id: number, at: Date | null): Promise<void>;

  axes(plan: number): Promise<readonly PlanAxis[]>;
  addAxis(plan: number, axis: Omit<PlanAxis, 'id'>): Promise<number>;
  changeAxis(plan: number, axis: Pick<PlanAxis, 'id' | 'number' | 'title' | 'description'>): Promise<void>;
  /** Puts these axes under `parent`, in this order. */
  orderAxes(plan: number, order: { readonly parent: number | null; readonly axes: readonly number[] }): Promise<void>;
  /** It holds nothing any more. */
  removeAxis(plan: number, axis: number): Promise<void>;

  /** Two queries, whatever the size. Removed actions are left out. */
  overview(plan: number): Promise<PlanOverview>;
  /** Looked up through its plan; null: that plan has no such action, or it was removed. */
  action(wanted: { readonly plan: number; readonly action: number }): Promise<StoredAction | null>;
  /** It is in the plan, or was before it was removed. */
  wasThere(wanted: { readonly plan: number; readonly action: number }): Promise<boolean>;
  /** All of them in the order of the plan, in a fixed number of queries. */
  actions(plan: number): Promise<readonly StoredAction[]>;
  addAction(action: NewAction): Promise<number>;
  /** In a fixed number of queries; the new numbers in the order given. */
  addActions(actions: readonly NewAction[]): Promise<readonly number[]>;
  /**
   * Writes whole sheets and makes the next version of each, in a fixed number of queries for a thousand; the versions by action.
   * Call under the lock of the plan.
   */
  writeSheets(
    plan: number,
    written: { readonly sheets: readonly WrittenSheet[]; readonly at: Date },
  ): Promise<ReadonlyMap<number, number>>;
  /** What a document writes of them; no version of theirs is made: nobody types it. */
  writeWords(plan: number, words: readonly WrittenWords[]): Promise<void>;
  renumber(plan: number, numbers: readonly { readonly action: number; readonly number: string }[]): Promise<void>;
  /** Puts these actions under `axis`, in this order. */
  orderActions(
    plan: number,
    order: { readonly axis: number | null; readonly actions: readonly number[] },
  ): Promise<void>;
  removeAction(wanted: { readonly plan: number; readonly action: number }, at: Date): Promise<void>;
  /** Oldest first. */
  history(action: number): Promise<readonly PastChange[]>;
  /** Of many, each from versions above `after` alone, in one query; those of which nothing is told are not there. */
  histories(
    wanted: readonly { readonly action: number; readonly after: number }[],
  ): Promise<ReadonlyMap<number, readonly PastChange[]>>;

  addDocument(added: {
    readonly action: number;
    readonly document: number;
    readonly title: string;
    readonly visibility: 'public' | 'private';
    readonly by: string;
    readonly at: Date;
  }): Promise<number>;
  changeDocument(
    wanted: { readonly action: number; readonly id: number },
    words: { readonly title: string; readonly visibility: 'public' | 'private' },
  ): Promise<boolean>;
  /** The kept file that the action no longer shows; null: it was not there. */
  removeDocument(wanted: { readonly action: number; readonly id: number }): Promise<number | null>;
};
