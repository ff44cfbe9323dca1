/**
 * A plan ready to be printed: as published, as its next version would be (what a council votes on), or as the town hall works
 * on it, private sheets told apart.
 */
import type { PlanOverview } from '#domain/plan/plan-row.ts';
import type { AdoptionSaid } from '#domain/plan/plan-version.ts';
import type { PublishedSheet } from '#domain/plan/published-sheet.ts';
import type { PaperStage } from '#ui/messages/plan-notice.fr.ts';

export type PrintedSheet = {
  readonly sheet: PublishedSheet;
  readonly isPrivate: boolean;
  /** The promises that it carries out, as people call them. */
  readonly promises: readonly string[];
};

/** What every paper of a plan says of it, also that of one sheet. */
export type PrintedFrame = {
  readonly title: string;
  readonly placeName: string;
  readonly introduction: string;
  /** Null: no council adopted it, as far as is known. */
  readonly adoption: AdoptionSaid | null;
  readonly stage: PaperStage;
  /** False: only read from a document, so that no status, day or sum is typed. */
  readonly typed: boolean;
  /** YYYY-MM-DD at the place. */
  readonly today: string;
  readonly madeAt: Date;
  /** Absolute, of the page that shows it. */
  readonly address: string;
};

export type PrintedPlan = PrintedFrame & {
  readonly overview: PlanOverview;
  /** In the order of the plan. */
  readonly sheets: readonly PrintedSheet[];
};
