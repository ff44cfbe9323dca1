/** What the page shows on which a review is read through before it is published. */
import type { ReviewTally } from '#domain/review/review-tally.ts';
import type { ReviewOccasion } from '#domain/review/review.ts';
import type { WorkHead } from './head.ts';
import type { countsOf, WorkRow } from './rows.ts';

export type PublishShown = {
  readonly head: WorkHead;
  readonly isOpen: boolean;
  readonly coordinates: boolean;
  readonly changes: number;
  readonly occasion: ReviewOccasion;
  readonly introduction: string;
  readonly counts: ReturnType<typeof countsOf>;
  readonly tally: ReviewTally;
  readonly unfinished: readonly WorkRow[];
  readonly saidSince: readonly WorkRow[];
  readonly left: readonly WorkRow[];
  readonly typing: readonly (WorkRow['typing'][number] & Pick<WorkRow, 'item' | 'label'>)[];
  readonly method: string;
  readonly done: boolean;
};

/** What comes back with a refusal. `theirs`: the introduction that somebody wrote meanwhile. */
export type PublishBack = {
  readonly problem: string | null;
  readonly typed: { readonly occasion: string; readonly introduction: string; readonly seen: string } | null;
  readonly item: string | null;
  readonly theirs: string | null;
};
