/** The published reviews of a place, as an exported folder holds them: their texts, and what the journal says of them. */
import type { PlaceCode } from '#domain/shared/place.ts';
import { sql } from 'kysely';
import type { Db } from './connection.ts';
import type { EventRecord } from './place-record.ts';
import { reviewsOfPlace } from './review-lists.ts';

export type ReviewRecord = {
  readonly id: number;
  /** Character for character as it was hashed. */
  readonly canonical: string;
};

export type ReviewRecords = { readonly reviews: readonly ReviewRecord[]; readonly events: readonly EventRecord[] };

/** What a collective does before it publishes is its own. */
const PUBLIC_ACTS = ['publish-review', 'correct-review', 'answer-review'] as const;

/** Read it before the record of the place, whose head of the journal is then not older. */
export async function reviewRecords(db: Db, place: PlaceCode): Promise<ReviewRecords> {
  const ids = (await reviewsOfPlace(db, place)).map(({ id }) => id);
  if (ids.length === 0) return { reviews: [], events: [] };
  const [reviews, events] = await Promise.all([
    db
      .selectFrom('review')
      .select(['id', sql<string>`content::text`.as('canonical')])
      .where('id', 'in', ids)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('journalEvent as event')
      .leftJoin('journalContent as content', 'content.sequence', 'event.sequence')
      .selectAll('event')
      .select(['content.salt', 'content.says', 'content.erasedAt'])
      .where('event.subjectKind', '=', 'review')
      .where('event.subjectId', 'in', ids.map(String))
      .where('event.act', 'in', [...PUBLIC_ACTS])
      .orderBy('event.sequence')
      .execute(),
  ]);
  return { reviews, events };
}
