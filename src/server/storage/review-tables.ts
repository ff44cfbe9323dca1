/** The tables of reviews: migration 0064. */
import type { Generated } from 'kysely';
import type { ReviewEntry } from '#domain/review/review-entry.ts';
import type { ReviewTally } from '#domain/review/review-tally.ts';
import type { ReviewOccasion, ReviewReplyRole } from '#domain/review/review.ts';
import type { TypedFields } from '#domain/review/stored-entry.ts';
import type { JsonColumn } from './json-column.ts';

/** What a line about it needs. */
export type ReviewSummary = {
  readonly publishedOn: string;
  readonly listName: string | null;
  readonly termFrom: number;
  readonly collective: { readonly id: number; readonly name: string };
  readonly tally: ReviewTally;
};

export type ReviewTables = {
  review: {
    id: Generated<number>;
    collectiveId: number;
    pactId: number;
    municipalityCode: string | null;
    groupingSiren: string | null;
    occasion: ReviewOccasion;
    introduction: Generated<string>;
    startedFrom: number | null;
    openedAt: Date;
    openedBy: string;
    changes: Generated<number>;
    givenUpAt: Date | null;
    publishedAt: Date | null;
    publishedBy: string | null;
    number: number | null;
    method: string | null;
    /** Canonical text: as JSON it is read from `content::text`. */
    content: JsonColumn<unknown> | null;
    sha256: string | null;
    summary: JsonColumn<ReviewSummary> | null;
  };
  reviewEntry: {
    reviewId: number;
    item: string;
    version: number;
    words: JsonColumn<ReviewEntry>;
    saidBy: string;
    saidAt: Date;
  };
  reviewScratch: {
    reviewId: number;
    item: string;
    personId: string;
    typed: JsonColumn<TypedFields>;
    version: number;
    typedAt: Date;
  };
  reviewAssignment: { reviewId: number; item: string; personId: string; assignedAt: Date };
  reviewErratum: {
    id: Generated<number>;
    reviewId: number;
    item: string | null;
    words: string;
    writtenAt: Date;
    writtenBy: string;
  };
  reviewReply: {
    id: Generated<number>;
    reviewId: number;
    words: string;
    repliedAt: Date;
    repliedBy: string;
    role: ReviewReplyRole;
  };
};
