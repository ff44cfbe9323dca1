/** Published reviews in lists: of a place, of a collective, of the country. */
import { sql } from 'kysely';
import type { ReviewOccasion } from '#domain/review/review.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { codesOfToday } from './codes-of-today.ts';
import type { Db } from './connection.ts';
import { isNotPlayed } from './fictional-municipality.ts';
import { codesThen } from './municipality-then.ts';
import type { PlaceRef } from './places.ts';
import { jsonPlaceOfReview } from './review-page.ts';
import type { ReviewSummary } from './review-tables.ts';

export type ReviewLine = ReviewSummary & {
  readonly id: number;
  readonly number: number;
  readonly occasion: ReviewOccasion;
  readonly pact: number;
  readonly place: PlaceRef;
  readonly method: string;
  readonly sha256: string;
  /** How many times the other side answered the review as a whole. */
  readonly replies: number;
};

/** Of a municipality: also those of the communes that merged into it since. Latest first. */
export async function reviewsOfPlace(db: Db, place: PlaceCode): Promise<readonly ReviewLine[]> {
  if (place.kind === 'grouping') {
    return await lines(selectLines(db).where('review.groupingSiren', '=', place.siren));
  }
  const codes = await codesThen(db, place.code);
  return await lines(selectLines(db).where('review.municipalityCode', 'in', [...codes]));
}

export async function publishedReviewsOf(db: Db, collective: number): Promise<readonly ReviewLine[]> {
  return await lines(selectLines(db).where('review.collectiveId', '=', collective));
}

export async function reviewsOfPact(db: Db, pact: number): Promise<readonly ReviewLine[]> {
  return await lines(selectLines(db).where('review.pactId', '=', pact));
}

/** Without those of places that do not exist. */
export async function latestReviews(db: Db, { most }: { readonly most: number }): Promise<readonly ReviewLine[]> {
  return await lines(selectLines(db).where(isNotPlayed('review')).limit(most));
}

export type ReviewsWanted = {
  readonly id?: number;
  readonly pact?: number;
  readonly collective?: number;
  /** INSEE code or SIREN, as when it was published. */
  readonly place?: string;
  readonly department?: string;
  readonly region?: string;
};

/** By number above `after`, of real places; `limit` at most. One query. */
export async function reviewRows(
  db: Db,
  {
    id,
    pact,
    collective,
    place,
    department,
    region,
    after,
    limit,
  }: ReviewsWanted & { readonly after: number; readonly limit: number },
): Promise<readonly ReviewLine[]> {
  const within = (column: 'department_code' | 'region_code', code: string) =>
    sql<boolean>`exists (select from municipality m where m.code = review.municipality_code and m.${sql.raw(column)} = ${code})`;
  const query = selectLines(db)
    .clearOrderBy()
    .where(isNotPlayed('review'))
    .where('review.id', '>', after)
    .$if(id !== undefined, (found) => found.where('review.id', '=', id ?? 0))
    .$if(pact !== undefined, (found) => found.where('review.pactId', '=', pact ?? 0))
    .$if(collective !== undefined, (found) => found.where('review.collectiveId', '=', collective ?? 0))
    .$if(place !== undefined, (found) =>
      found.where(
        sql<boolean>`(review.grouping_siren = ${place} or review.municipality_code = any ${codesOfToday(place ?? '')})`,
      ),
    )
    .$if(department !== undefined, (found) => found.where(within('department_code', department ?? '')))
    .$if(region !== undefined, (found) => found.where(within('region_code', region ?? '')))
    .orderBy('review.id')
    .limit(limit);
  return await lines(query);
}

function selectLines(db: Db) {
  return db
    .selectFrom('review')
    .select([
      'review.id',
      'review.number',
      'review.occasion',
      'review.pactId as pact',
      'review.method',
      'review.sha256',
    ])
    .select(['review.summary'])
    .select(sql<number>`(select count(*) from review_reply r where r.review_id = review.id)::int`.as('replies'))
    .select(jsonPlaceOfReview())
    .where('review.publishedAt', 'is not', null)
    .orderBy('review.publishedAt', 'desc')
    .orderBy('review.id', 'desc');
}

async function lines(query: ReturnType<typeof selectLines>): Promise<readonly ReviewLine[]> {
  const rows = await query.execute();
  return rows.flatMap(({ number, method, sha256, summary, ...row }) =>
    number === null || method === null || sha256 === null || summary === null
      ? []
      : [{ ...row, ...summary, number, method, sha256 }],
  );
}

export type ShownReview = ReviewSummary & Pick<ReviewLine, 'id' | 'number' | 'occasion'>;

/** Those of the municipality `m` of a larger query, as `ShownReview`, latest first: its own, and those of communes merged into it. */
export const reviewsShown = sql`(
  select coalesce(json_agg(r.summary || jsonb_build_object('id', r.id, 'number', r.number, 'occasion', r.occasion)
    order by r.published_at desc, r.id desc), '[]')
  from review r
  where r.published_at is not null and r.municipality_code in (
    select m.code union select f.code from municipality_former_name f where f.municipality_code = m.code)
)`;
