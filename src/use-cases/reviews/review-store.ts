/** What is kept of reviews. Behind it: src/server/review-store.ts. */
import type { FrozenReview } from '#domain/review/frozen-review.ts';
import type { Review, ReviewOccasion, ReviewReplyRole } from '#domain/review/review.ts';
import type { ReviewedPact } from '#domain/review/reviewed-pact.ts';
import type { Assignment, Scratch, StoredEntry } from '#domain/review/stored-entry.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export type ReviewStore = {
  /** Null: this collective has one open of this pact already. */
  open(review: {
    readonly collective: number;
    readonly pact: number;
    readonly place: PlaceCode;
    readonly occasion: ReviewOccasion;
    readonly startedFrom: number | null;
    readonly by: string;
    readonly at: Date;
  }): Promise<number | null>;
  find(id: number): Promise<Review | null>;
  /** Like `find`; nobody else changes it or anything in it before the end of the transaction. */
  lock(id: number): Promise<Review | null>;
  /** Every review of a collective, published or not, latest first. */
  ofCollective(collective: number): Promise<readonly Review[]>;
  /** What was published; null while it is not. */
  published(id: number): Promise<FrozenReview | null>;
  /** Null: no such pact, or it was withdrawn. */
  pact(id: number): Promise<ReviewedPact | null>;
  /** The pacts of these very places, latest term first; without their promises. */
  pactsOf(places: readonly PlaceCode[]): Promise<readonly Omit<ReviewedPact, 'promises'>[]>;
  describe(id: number, said: { readonly occasion: ReviewOccasion; readonly introduction: string }): Promise<void>;
  /** The last version of each, by item. */
  entries(review: number): Promise<readonly StoredEntry[]>;
  /** Every version of one, latest first. */
  entryVersions(review: number, item: string): Promise<readonly StoredEntry[]>;
  /** False: somebody wrote that version first. Counts as a change of the review. */
  say(review: number, entry: StoredEntry): Promise<boolean>;
  /** Everything that this account said in reviews, for its copy. */
  saidByPerson(person: string): Promise<Json>;
  scratches(review: number): Promise<readonly Scratch[]>;
  keepScratch(review: number, scratch: Scratch): Promise<void>;
  dropScratch(review: number, of: { readonly item: string; readonly person: string }): Promise<void>;
  assignments(review: number): Promise<readonly Assignment[]>;
  /** `person` null: nobody any more. */
  assign(
    review: number,
    given: { readonly items: readonly string[]; readonly person: string | null; readonly at: Date },
  ): Promise<void>;
  /** From 1, among the published reviews of the pact. */
  nextNumber(pact: number): Promise<number>;
  publish(
    id: number,
    published: {
      readonly at: Date;
      readonly by: string;
      readonly number: number;
      readonly method: string;
      readonly frozen: FrozenReview;
      /** Its canonical JSON. */
      readonly content: string;
      readonly sha256: string;
    },
  ): Promise<void>;
  /** Null: taken up again. */
  giveUp(id: number, at: Date | null): Promise<void>;
  addErratum(erratum: {
    readonly review: number;
    readonly item: string | null;
    readonly words: string;
    readonly by: string;
    readonly at: Date;
  }): Promise<void>;
  addReply(reply: {
    readonly review: number;
    readonly words: string;
    readonly by: string;
    readonly role: ReviewReplyRole;
    readonly at: Date;
  }): Promise<void>;
};
