/** The store of reviews, on PostgreSQL. */
import type { ReviewStore } from '#use-cases/reviews/review-store.ts';
import type { Db } from './storage/connection.ts';
import * as entries from './storage/review-entries.ts';
import * as pacts from './storage/reviewed-pacts.ts';
import * as reviews from './storage/reviews.ts';

export function reviewsOn(db: Db): ReviewStore {
  return {
    open: (review) => reviews.openReview(db, review),
    find: (id) => reviews.findReview(db, id, { lock: false }),
    lock: (id) => reviews.findReview(db, id, { lock: true }),
    ofCollective: (collective) => reviews.reviewsOfCollective(db, collective),
    published: (id) => reviews.publishedReview(db, id),
    pact: (id) => pacts.reviewedPact(db, id),
    pactsOf: (places) => pacts.pactsOfPlaces(db, places),
    describe: (id, said) => reviews.describeReview(db, id, said),
    entries: (review) => entries.lastEntries(db, review),
    entryVersions: (review, item) => entries.entryVersions(db, review, item),
    say: (review, entry) => entries.addEntry(db, review, entry),
    saidByPerson: (person) => entries.entriesOfPerson(db, person),
    scratches: (review) => entries.scratchesOf(db, review),
    keepScratch: (review, scratch) => entries.keepScratch(db, review, scratch),
    dropScratch: (review, of) => entries.dropScratch(db, review, of),
    assignments: (review) => entries.assignmentsOf(db, review),
    assign: (review, given) => entries.assignItems(db, review, given),
    nextNumber: (pact) => reviews.nextReviewNumber(db, pact),
    publish: (id, published) => reviews.publishReview(db, id, published),
    giveUp: (id, at) => reviews.giveUpReview(db, id, at),
    addErratum: (erratum) => reviews.addErratum(db, erratum),
    addReply: (reply) => reviews.addReply(db, reply),
  };
}
