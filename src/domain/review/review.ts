/**
 * A review: at one moment, what a collective says of every promise of one pact. While it is open its members fill it in,
 * alone or together; published, it has a number and never changes again: what was wrong is said beside it (an erratum), and
 * who made the promises answers beside it.
 */

export const REVIEW_OCCASIONS = ['yearly', 'mid-term', 'end-of-term', 'other'] as const;
export type ReviewOccasion = (typeof REVIEW_OCCASIONS)[number];

export function isOccasion(value: unknown): value is ReviewOccasion {
  return (REVIEW_OCCASIONS as readonly unknown[]).includes(value);
}

export type ReviewState =
  | { readonly kind: 'review-open' }
  /** Nothing is lost: any member may take it up again. */
  | { readonly kind: 'review-given-up'; readonly at: Date }
  | {
      readonly kind: 'review-published';
      readonly at: Date;
      /** From 1, among the reviews of the same pact, whoever made them. */
      readonly number: number;
      /** Of the canonical text of what was published. */
      readonly sha256: string;
      readonly method: string;
    };

export type Review = {
  readonly id: number;
  readonly collective: number;
  readonly pact: number;
  readonly occasion: ReviewOccasion;
  /** What one reads first: how the collective worked, what it found. At most 6,000 characters; '' while nobody wrote it. */
  readonly introduction: string;
  /** The published review whose words were taken as a start. */
  readonly startedFrom: number | null;
  readonly openedAt: Date;
  /** The account. */
  readonly openedBy: string;
  /** One more at each change of anything in it: who publishes says what they saw. */
  readonly changes: number;
  readonly state: ReviewState;
};

export const INTRODUCTION_LIMIT = 6_000;

/** Who answers a published review. */
export type ReviewReplyRole = 'municipal-agent' | 'elected-official' | 'list-representative';
