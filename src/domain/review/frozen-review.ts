/**
 * A published review, as it was: the canonical JSON of this value is what is kept, hashed and shown for ever. Nothing here
 * may change its meaning later: a new shape takes a new `format`.
 */
import type { AssessmentStatus } from '../follow-up/assessment.ts';
import type { EvidenceItem } from '../follow-up/evidence.ts';
import type { Stance } from '../pact/stance.ts';
import type { PlaceCode } from '../shared/place.ts';
import type { AnsweredCheck } from './review-entry.ts';
import type { ReviewTally } from './review-tally.ts';
import type { ReviewOccasion } from './review.ts';

export const REVIEW_FORMAT = 'parole-tenue/bilan/1';

export type FrozenReview = {
  readonly format: typeof REVIEW_FORMAT;
  readonly review: number;
  readonly number: number;
  readonly occasion: ReviewOccasion;
  readonly collective: { readonly id: number; readonly name: string };
  readonly place: { readonly code: PlaceCode; readonly name: string };
  readonly pact: {
    readonly id: number;
    readonly listName: string | null;
    readonly leader: string | null;
    readonly signedOn: string | null;
    readonly termFrom: number;
    readonly termTo: number;
    /** Who answers for it: its place, or the list alone when it does not govern. */
    readonly state: 'in-office' | 'in-opposition';
  };
  readonly edition: { readonly id: string; readonly title: string };
  /** Version of the public method that says what each status means. */
  readonly method: string;
  /** Day in the place, YYYY-MM-DD, and the instant, ISO 8601 in UTC. */
  readonly publishedOn: string;
  readonly publishedAt: string;
  readonly introduction: string;
  readonly tally: ReviewTally;
  /** Every promise of the pact, looked at or not, in the order of the pact. */
  readonly promises: readonly FrozenPromise[];
};

export type FrozenPromise = {
  readonly item: string;
  /** As shown: « 15 », « A », or the pact's own number; null: it has none. */
  readonly label: string | null;
  readonly title: string;
  readonly stance: Stance;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
  /** Null: nobody looked at it. */
  readonly said: FrozenSaying | null;
  /** What the town hall had said by then; null: nothing. */
  readonly townHall: {
    readonly status: AssessmentStatus;
    readonly sentence: string;
    readonly assessedOn: string;
  } | null;
};

export type FrozenSaying = {
  readonly status: AssessmentStatus;
  readonly levels: readonly { readonly level: number; readonly status: AssessmentStatus }[];
  readonly beforeMandate: boolean;
  readonly sentence: string;
  readonly evidence: readonly EvidenceItem[];
  readonly assessedOn: string;
  readonly checks: readonly AnsweredCheck[];
};
