/** One published review, with what was written beside it since. */
import { sql } from 'kysely';
import type { FrozenReview } from '#domain/review/frozen-review.ts';
import type { ReviewReplyRole } from '#domain/review/review.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { selectSaid, toSaid } from './assessments.ts';
import type { Db } from './connection.ts';
import type { PlaceRef } from './places.ts';

export type PublishedReview = {
  readonly id: number;
  readonly frozen: FrozenReview;
  /** The canonical text, character for character as it was hashed. */
  readonly canonical: string;
  readonly sha256: string;
  readonly collective: { readonly id: number; readonly name: string; readonly slug: string };
  readonly place: PlaceRef;
  /** Null: the pact was withdrawn since. */
  readonly pact: { readonly id: number; readonly listName: string | null } | null;
  /** What this review said, by item: the numbers under which its files are given. */
  readonly said: ReadonlyMap<string, Pick<SaidAssessment, 'id' | 'hidden'>>;
  /** What the other side said since, by item, latest first. */
  readonly answers: ReadonlyMap<string, readonly SaidAssessment[]>;
  readonly errata: readonly { readonly item: string | null; readonly words: string; readonly writtenAt: Date }[];
  readonly replies: readonly { readonly words: string; readonly repliedAt: Date; readonly role: ReviewReplyRole }[];
  /** The other published reviews of the same pact, by number. */
  readonly others: readonly { readonly id: number; readonly number: number; readonly publishedOn: string }[];
};

/** Six queries, whatever the number of promises. Null: there is no such published review. */
export async function publishedReview(db: Db, id: number): Promise<PublishedReview | null> {
  const row = await db
    .selectFrom('review')
    .innerJoin('collective', 'collective.id', 'review.collectiveId')
    .leftJoin('pact', 'pact.id', 'review.pactId')
    .select(['review.id', 'review.pactId', 'review.publishedAt', 'review.sha256'])
    .select(['collective.id as collectiveId', 'collective.name', 'collective.slug'])
    .select(['pact.id as pact', 'pact.listName'])
    .select(sql<string>`review.content::text`.as('canonical'))
    .select(jsonPlaceOfReview())
    .where('review.id', '=', id)
    .where('review.publishedAt', 'is not', null)
    .executeTakeFirst();
  if (row === undefined || row.sha256 === null || row.publishedAt === null) return null;
  const [said, answers, errata, replies, others] = await Promise.all([
    selectSaid(db).where('assessment.reviewId', '=', id).execute(),
    selectSaid(db)
      .where('assessment.pactId', '=', row.pactId)
      .where('assessment.voice', '=', 'town-hall')
      .where('assessment.saidAt', '>=', row.publishedAt)
      .orderBy('assessment.id', 'desc')
      .execute(),
    db
      .selectFrom('reviewErratum')
      .select(['item', 'words', 'writtenAt'])
      .where('reviewId', '=', id)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('reviewReply')
      .select(['words', 'repliedAt', 'role'])
      .where('reviewId', '=', id)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('review')
      .select(['id', 'number', sql<string>`summary->>'publishedOn'`.as('publishedOn')])
      .where('pactId', '=', row.pactId)
      .where('publishedAt', 'is not', null)
      .where('id', '<>', id)
      .orderBy('number')
      .execute(),
  ]);
  return {
    id: row.id,
    // Only the act of publishing writes there.
    frozen: JSON.parse(row.canonical) as FrozenReview,
    canonical: row.canonical,
    sha256: row.sha256,
    collective: { id: row.collectiveId, name: row.name, slug: row.slug },
    place: row.place,
    pact: row.pact === null ? null : { id: row.pact, listName: row.listName },
    said: new Map(said.map((one) => [one.item, { id: one.id, hidden: one.hidden }])),
    answers: Map.groupBy(answers.map(toSaid), ({ item }) => item),
    errata,
    replies,
    others: others.flatMap(({ number, ...other }) => (number === null ? [] : [{ ...other, number }])),
  };
}

export function jsonPlaceOfReview() {
  return sql<PlaceRef>`coalesce(
    (select jsonb_build_object('kind', 'municipality', 'code', m.code, 'name', m.name, 'slug', m.slug, 'population', m.population)
       from municipality m where m.code = review.municipality_code),
    (select jsonb_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name, 'slug', g.slug, 'population', g.population)
       from "grouping" g where g.siren = review.grouping_siren))`.as('place');
}
