/** What is said in a review, every version of it; what was typed and not saved; who looks at what. */
import type { Assignment, Scratch, StoredEntry } from '#domain/review/stored-entry.ts';
import { sql } from 'kysely';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';

/** The last version of each, by item. */
export async function lastEntries(db: Db, review: number): Promise<readonly StoredEntry[]> {
  const rows = await selectEntries(db, review).distinctOn('item').orderBy('item').orderBy('version', 'desc').execute();
  return rows;
}

/** Latest first. */
export async function entryVersions(db: Db, review: number, item: string): Promise<readonly StoredEntry[]> {
  return await selectEntries(db, review).where('item', '=', item).orderBy('version', 'desc').execute();
}

/** Everything that this account said, in every review, for its copy. */
export async function entriesOfPerson(db: Db, person: string): Promise<Json> {
  const { rows } = await sql<{ said: Json }>`
    select jsonb_build_object('review', review_id, 'item', item, 'version', version, 'words', words, 'saidAt', said_at) as said
    from review_entry where said_by = ${person} order by said_at, review_id, item`.execute(db);
  return rows.map(({ said }) => said);
}

/** False: somebody wrote that version first. */
export async function addEntry(db: Db, review: number, entry: StoredEntry): Promise<boolean> {
  const { item, version, words, by: saidBy, at: saidAt } = entry;
  const added = await db
    .insertInto('reviewEntry')
    .values({ reviewId: review, item, version, words: JSON.stringify(words), saidBy, saidAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (added === undefined) return false;
  await db
    .updateTable('review')
    .set(({ eb }) => ({ changes: eb('changes', '+', 1) }))
    .where('id', '=', review)
    .execute();
  return true;
}

export async function scratchesOf(db: Db, review: number): Promise<readonly Scratch[]> {
  return await db
    .selectFrom('reviewScratch')
    .select(['item', 'personId as person', 'typed', 'version', 'typedAt as at'])
    .where('reviewId', '=', review)
    .orderBy('typedAt', 'desc')
    .execute();
}

export async function keepScratch(db: Db, review: number, scratch: Scratch): Promise<void> {
  const { item, person: personId, version, at: typedAt } = scratch;
  const typed = JSON.stringify(scratch.typed);
  await db
    .insertInto('reviewScratch')
    .values({ reviewId: review, item, personId, typed, version, typedAt })
    .onConflict((conflict) =>
      conflict.columns(['reviewId', 'item', 'personId']).doUpdateSet({ typed, version, typedAt }),
    )
    .execute();
}

export async function dropScratch(
  db: Db,
  review: number,
  { item, person }: { readonly item: string; readonly person: string },
): Promise<void> {
  await db
    .deleteFrom('reviewScratch')
    .where('reviewId', '=', review)
    .where('item', '=', item)
    .where('personId', '=', person)
    .execute();
}

export async function assignmentsOf(db: Db, review: number): Promise<readonly Assignment[]> {
  return await db
    .selectFrom('reviewAssignment')
    .select(['item', 'personId as person'])
    .where('reviewId', '=', review)
    .execute();
}

/** `person` null: nobody any more. */
export async function assignItems(
  db: Db,
  review: number,
  { items, person, at }: { readonly items: readonly string[]; readonly person: string | null; readonly at: Date },
): Promise<void> {
  if (items.length === 0) return;
  await db
    .deleteFrom('reviewAssignment')
    .where('reviewId', '=', review)
    .where('item', 'in', [...items])
    .execute();
  if (person === null) return;
  await db
    .insertInto('reviewAssignment')
    .values(items.map((item) => ({ reviewId: review, item, personId: person, assignedAt: at })))
    .execute();
}

function selectEntries(db: Db, review: number) {
  return db
    .selectFrom('reviewEntry')
    .select(['item', 'version', 'words', 'saidBy as by', 'saidAt as at'])
    .where('reviewId', '=', review);
}
