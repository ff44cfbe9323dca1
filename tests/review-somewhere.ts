/** For downloads: published reviews, of which one speaks of every kind of proof and was answered. */
import { emptyEntry, type ReviewEntry } from '#domain/review/review-entry.ts';
import type { Person } from '#domain/access/gate.ts';
import type { Result } from '#domain/shared/result.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { openReview } from '#use-cases/reviews/open-review.ts';
import { publishReview } from '#use-cases/reviews/publish-review.ts';
import { saveEntry } from '#use-cases/reviews/save-entry.ts';
import { proofs } from './assess-somewhere.ts';

const NOW = new Date('2026-06-10T08:00:00Z');

/** `by`: a member of the collective, which stands where each pact was signed. The numbers of the reviews. */
export async function reviewSomewhere(
  db: Db,
  given: {
    readonly collective: number;
    readonly by: Person;
    readonly pacts: readonly { readonly id: number; readonly item: string }[];
  },
): Promise<readonly number[]> {
  const { collective, by } = given;
  const stores = storesOn(db);
  const document = await stores.documents.keep({
    bytes: Buffer.from('%PDF-1.7 preuve du bilan'),
    filename: 'preuve.pdf',
    mediaType: 'application/pdf',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: NOW,
  });
  const words: ReviewEntry = {
    ...emptyEntry('2026-06-09'),
    status: 'underway',
    sentence: 'Vu au conseil (exemple).',
    evidence: proofs(document.id),
  };
  const reviews: number[] = [];
  for (const { id: pact, item } of given.pacts) {
    const { id: review } = done(await openReview(stores, by, { collective, pact, occasion: 'yearly' }, NOW));
    const levelled: ReviewEntry = {
      ...words,
      levels: [{ level: 1, status: 'underway' }],
      checks: [{ level: 1, text: 'Une piste est tracée', answer: 'yes', note: '' }],
    };
    done(await saveEntry(stores, by, { review, item, version: 0, words: item === 'm15' ? levelled : words }, NOW));
    const changes = (await stores.reviews.find(review))?.changes ?? 0;
    done(await publishReview(stores, by, { review, changes }, NOW));
    reviews.push(review);
  }
  return reviews;
}

function done<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`not reviewed: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
