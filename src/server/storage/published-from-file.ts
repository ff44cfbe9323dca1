/** What was made public from one file, anywhere, withdrawn or not: the same file twice is most often a mistake. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { jsonPlace, type PlaceRef } from './places.ts';

export type PublishedFromFile = {
  readonly kind: 'pact' | 'plan';
  readonly id: number;
  readonly place: PlaceRef;
  readonly placeName: string;
  readonly name: string | null;
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
};

/** Oldest first. `lock` puts in line who publishes from this file, until the end of the transaction. */
export async function publishedFromFile(
  db: Db,
  { sha256, lock }: { readonly sha256: string; readonly lock: boolean },
): Promise<readonly PublishedFromFile[]> {
  const document = await db
    .selectFrom('document')
    .select('id')
    .where('sha256', '=', sha256)
    // Weak enough for a draft that keeps the same file meanwhile.
    .$if(lock, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  if (document === undefined) return [];
  const pacts = await db
    .selectFrom('pact')
    .select(['id', 'listName as name', 'publishedAt'])
    .select(jsonPlace('pact'))
    .where('documentId', '=', document.id)
    .execute();
  const plans = await db
    .selectFrom('plan')
    .select(['id', 'title as name', 'publishedAt'])
    .select(jsonPlace('plan'))
    .where('documentId', '=', document.id)
    .execute();
  const withdrawn = await db
    .selectFrom('earlierReading')
    .select(['subjectKind as kind', 'subjectId as id', 'endedAt as withdrawnAt'])
    .select(jsonPlace('earlierReading'))
    .select([
      sql<string | null>`coalesce(says::jsonb #>> '{pact,list_name}', says::jsonb #>> '{plan,title}')`.as('name'),
      sql<Date>`(says::jsonb #>> array[subject_kind, 'published_at'])::timestamptz`.as('publishedAt'),
    ])
    .where('documentId', '=', document.id)
    .where('endedBy', '=', 'withdrawal')
    .execute();
  return [
    ...pacts.map((row) => ({ ...row, kind: 'pact' as const, withdrawnAt: null })),
    ...plans.map((row) => ({ ...row, kind: 'plan' as const, withdrawnAt: null })),
    ...withdrawn,
  ]
    .map((row) => ({ ...row, placeName: row.place.name }))
    .toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || a.id - b.id);
}

/** The first that this place published from these very bytes; null when it never did. */
export async function findPublishedFromFile(
  db: Db,
  { bytes, place }: { readonly bytes: Uint8Array; readonly place: PlaceCode },
): Promise<PublishedFromFile | null> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const found = await publishedFromFile(db, { sha256, lock: false });
  return found.find((before) => codeOf(before.place) === codeOf(place)) ?? null;
}
