/** The published reviews of a place, as an exported folder holds them: their texts, and what the journal says of them. */
import type { PlaceCode } from '#domain/shared/place.ts';
import { sql } from 'kysely';
import type { Db } from './connection.ts';
import { publicEvents, type EventRecord } from './public-events.ts';
import { reviewsOfPlace } from './review-lists.ts';

export type ReviewRecord = {
  readonly id: number;
  /** Character for character as it was hashed. */
  readonly canonical: string;
};

export type ReviewRecords = { readonly reviews: readonly ReviewRecord[]; readonly events: readonly EventRecord[] };

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
    publicEvents(
      db,
      ids.map((id) => ({ kind: 'review', id })),
    ),
  ]);
  return { reviews, events };
}
