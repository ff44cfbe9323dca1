/** Versions of a plan that a town hall published, kept for ever, and what everybody sees of the last one. */
import type { Adoption, PlanVersionContent, StoredVersion } from '#domain/plan/plan-version.ts';
import type { PlanToTakeUp } from '#domain/plan/take-up.ts';
import type { StoredPlan } from '#domain/plan/working-plan.ts';

export type { Adoption, PlanToTakeUp, StoredVersion };

export type PlanVersionStore = {
  /** Keeps the version and writes it where everybody reads: same number of plan, same numbers of actions. */
  publish(given: {
    readonly plan: StoredPlan;
    readonly content: PlanVersionContent;
    /** Canonical JSON of `content`, and its hash. */
    readonly text: string;
    readonly sha256: string;
    readonly note: string;
    /** Of leads, that everybody reads from now on. */
    readonly news: readonly number[];
    readonly by: string;
    readonly at: Date;
  }): Promise<{ readonly digest: string }>;
  /** Newest first. */
  of(plan: number): Promise<readonly StoredVersion[]>;
  /** As it was frozen; null: there is no such version. */
  content(plan: number, number: number): Promise<PlanVersionContent | null>;
  /** On the version and, when it is the one shown, where everybody reads. Null: there is no such version. */
  adopt(plan: number, number: number, adoption: Adoption): Promise<{ readonly digest: string } | null>;
  /** A public plan that was read in a document; null: there is none under this number. */
  toTakeUp(plan: number): Promise<PlanToTakeUp | null>;
  /** What persons linked while it was only read. */
  keepLinks(links: PlanToTakeUp['links']): Promise<void>;
};
