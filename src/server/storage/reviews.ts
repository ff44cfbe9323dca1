/** Reviews themselves, and what stands beside a published one. What is said in them: ./review-entries.ts. */
import { sql } from 'kysely';
import type { FrozenReview } from '#domain/review/frozen-review.ts';
import type { Review, ReviewOccasion, ReviewReplyRole, ReviewState } from '#domain/review/review.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { placeColumns } from './places.ts';
import type { ReviewSummary } from './review-tables.ts';

export async function openReview(
  db: Db,
  review: {
    readonly collective: number;
    readonly pact: number;
    readonly place: PlaceCode;
    readonly occasion: ReviewOccasion;
    readonly startedFrom: number | null;
    readonly by: string;
    readonly at: Date;
  },
): Promise<number | null> {
  const row = await db
    .insertInto('review')
    .values({
      collectiveId: review.collective,
      pactId: review.pact,
      ...placeColumns(review.place),
      occasion: review.occasion,
      startedFrom: review.startedFrom,
      openedAt: review.at,
      openedBy: review.by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['collectiveId', 'pactId'])
        .where('publishedAt', 'is', null)
        .where('givenUpAt', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function findReview(db: Db, id: number, { lock }: { readonly lock: boolean }): Promise<Review | null> {
  const row = await selectReviews(db)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : toReview(row);
}

/** Latest first. */
export async function reviewsOfCollective(db: Db, collective: number): Promise<readonly Review[]> {
  const rows = await selectReviews(db).where('collectiveId', '=', collective).orderBy('id', 'desc').execute();
  return rows.map(toReview);
}

export async function publishedReview(db: Db, id: number): Promise<FrozenReview | null> {
  const row = await db.selectFrom('review').select('content').where('id', '=', id).executeTakeFirst();
  // Only `publishReview` writes there, what src/use-cases/reviews made.
  return (row?.content ?? null) as FrozenReview | null;
}

export async function describeReview(
  db: Db,
  id: number,
  { occasion, introduction }: { readonly occasion: ReviewOccasion; readonly introduction: string },
): Promise<void> {
  await db
    .updateTable('review')
    .set(({ eb }) => ({ occasion, introduction, changes: eb('changes', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function nextReviewNumber(db: Db, pact: number): Promise<number> {
  const { last } = await db
    .selectFrom('review')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('pactId', '=', pact)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export async function publishReview(
  db: Db,
  id: number,
  published: {
    readonly at: Date;
    readonly by: string;
    readonly number: number;
    readonly method: string;
    readonly frozen: FrozenReview;
    readonly content: string;
    readonly sha256: string;
  },
): Promise<void> {
  const { at, by, frozen, ...kept } = published;
  const { publishedOn, pact, collective, tally } = frozen;
  const summary: ReviewSummary = { publishedOn, listName: pact.listName, termFrom: pact.termFrom, collective, tally };
  await db
    .updateTable('review')
    .set({ publishedAt: at, publishedBy: by, summary: JSON.stringify(summary), ...kept })
    .where('id', '=', id)
    .execute();
}

export async function giveUpReview(db: Db, id: number, at: Date | null): Promise<void> {
  await db.updateTable('review').set({ givenUpAt: at }).where('id', '=', id).execute();
}

/** Character for character as it was hashed. */
export async function frozenText(db: Db, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('review')
    .select(sql<string | null>`content::text`.as('content'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content ?? null;
}

export async function addErratum(
  db: Db,
  erratum: {
    readonly review: number;
    readonly item: string | null;
    readonly words: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const { review: reviewId, item, words, by: writtenBy, at: writtenAt } = erratum;
  await db.insertInto('reviewErratum').values({ reviewId, item, words, writtenBy, writtenAt }).execute();
}

export async function addReply(
  db: Db,
  reply: {
    readonly review: number;
    readonly words: string;
    readonly by: string;
    readonly role: ReviewReplyRole;
    readonly at: Date;
  },
): Promise<void> {
  const { review: reviewId, words, by: repliedBy, role, at: repliedAt } = reply;
  await db.insertInto('reviewReply').values({ reviewId, words, repliedBy, role, repliedAt }).execute();
}

function selectReviews(db: Db) {
  return db
    .selectFrom('review')
    .select(['id', 'collectiveId', 'pactId', 'occasion', 'introduction', 'startedFrom', 'openedAt', 'openedBy'])
    .select(['changes', 'givenUpAt', 'publishedAt', 'number', 'method', 'sha256']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectReviews>['executeTakeFirstOrThrow']>>;

function toReview({ collectiveId, pactId, givenUpAt, publishedAt, number, method, sha256, ...row }: Row): Review {
  return {
    ...row,
    collective: collectiveId,
    pact: pactId,
    state: stateOf({ givenUpAt, publishedAt, number, method, sha256 }),
  };
}

function stateOf(row: Pick<Row, 'givenUpAt' | 'publishedAt' | 'number' | 'method' | 'sha256'>): ReviewState {
  const { givenUpAt, publishedAt, number, method, sha256 } = row;
  if (publishedAt !== null && number !== null && method !== null && sha256 !== null) {
    return { kind: 'review-published', at: publishedAt, number, sha256, method };
  }
  return givenUpAt === null ? { kind: 'review-open' } : { kind: 'review-given-up', at: givenUpAt };
}
