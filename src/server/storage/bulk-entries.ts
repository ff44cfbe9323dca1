/** Bulk entries and their items: written by the acts, read one by one under lock. Pages: ./bulk-entry-pages.ts. */
import { sql, type Selectable } from 'kysely';
import type {
  EntryItem as Item,
  ItemChange as Change,
  ItemKey,
  NewEntry,
  NewItem as New,
} from '#domain/bulk-entry/kept-entry.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { BulkEntryTables } from './bulk-entry-tables.ts';
import type { Db } from './connection.ts';
import { forgetUnusedDocument } from './documents.ts';

type EntryItem = Item<unknown>;
type NewItem = New<unknown>;
type ItemChange = Change<unknown>;

export async function keepEntry(db: Db, { said, ...entry }: NewEntry): Promise<number> {
  const { id } = await db
    .insertInto('bulkEntry')
    .values({ ...entry, forgottenAt: null, said: JSON.stringify(said) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** In pieces: a table may have thousands of lines. */
export async function addItems(db: Db, entry: number, items: readonly NewItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += 200) {
    const rows = items.slice(from, from + 200).map(({ document, place, draft, ...item }) => ({
      ...item,
      entryId: entry,
      said: JSON.stringify(item.said),
      problems: JSON.stringify(item.problems),
      why: item.why === null ? null : JSON.stringify(item.why),
      documentId: document,
      municipalityCode: place?.kind === 'municipality' ? place.code : null,
      groupingSiren: place?.kind === 'grouping' ? place.siren : null,
      draftId: draft ?? null,
      startedAt: null,
      pactId: null,
      claimedBy: null,
      claimedAt: null,
    }));
    await db.insertInto('bulkEntryItem').values(rows).execute();
  }
}

export async function waitingElsewhere(db: Db, sha256s: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (sha256s.length === 0) return new Map();
  const rows = await db
    .selectFrom('bulkEntryItem')
    .select(['sha256', 'entryId'])
    .where('sha256', 'in', [...new Set(sha256s)])
    .where('state', 'in', ['waiting', 'reading', 'read'])
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.flatMap(({ sha256, entryId }) => (sha256 === null ? [] : [[sha256, entryId] as const])));
}

/** Two servers on one database never take the same one. */
export async function takeNextItem(db: Db, { now, stale }: { now: Date; stale: Date }): Promise<EntryItem | null> {
  const { rows } = await sql<{ id: number }>`
    update bulk_entry_item set state = 'reading', started_at = ${now}, tries = tries + 1
    where id = (
      select id from bulk_entry_item
      where state = 'waiting' or (state = 'reading' and started_at < ${stale})
      order by id limit 1 for update skip locked
    ) returning id`.execute(db);
  const [taken] = rows;
  return taken === undefined ? null : await findItem(db, { item: taken.id }, { lock: false });
}

export async function lockItem(db: Db, key: ItemKey): Promise<EntryItem | null> {
  return await findItem(db, key, { lock: true });
}

async function findItem(
  db: Db,
  key: { readonly entry?: number; readonly item: number },
  { lock }: { readonly lock: boolean },
): Promise<EntryItem | null> {
  const { entry } = key;
  const row = await db
    .selectFrom('bulkEntryItem')
    .innerJoin('bulkEntry', 'bulkEntry.id', 'bulkEntryItem.entryId')
    .selectAll('bulkEntryItem')
    .select('bulkEntry.expiresAt')
    .where('bulkEntryItem.id', '=', key.item)
    .$if(entry !== undefined, (query) => query.where('entryId', '=', entry ?? 0))
    .$if(lock, (query) => query.forUpdate('bulkEntryItem'))
    .executeTakeFirst();
  return row === undefined ? null : toItem(row);
}

export function toItem(row: Selectable<BulkEntryTables['bulkEntryItem']> & { readonly expiresAt: Date }): EntryItem {
  const { id, position, line, said, problems, filename, sha256, edition, signedOn, state, why, tries } = row;
  const { claimedBy, claimedAt } = row;
  return {
    ...{ id, position, line, said, problems, filename, sha256, edition, signedOn, state, why, tries },
    entry: row.entryId,
    expiresAt: row.expiresAt,
    document: row.documentId,
    place: placeOf(row),
    draft: row.draftId,
    pact: row.pactId,
    claim: claimedBy === null || claimedAt === null ? null : { by: claimedBy, at: claimedAt },
  };
}

function placeOf({
  municipalityCode: code,
  groupingSiren: siren,
}: Pick<Selectable<BulkEntryTables['bulkEntryItem']>, 'municipalityCode' | 'groupingSiren'>): PlaceCode | null {
  if (code !== null) return { kind: 'municipality', code };
  return siren === null ? null : { kind: 'grouping', siren };
}

/** One that an act holds at this very moment is left to it. */
export async function holdOn(db: Db, draft: number, at: Date): Promise<void> {
  await sql`update bulk_entry_item set claimed_at = ${at} where id in (
    select id from bulk_entry_item where draft_id = ${draft} and claimed_by is not null for update skip locked
  )`.execute(db);
}

export async function changeItem(db: Db, item: number, change: ItemChange): Promise<void> {
  const { state, why, draft, pact, claim, tries } = change;
  await db
    .updateTable('bulkEntryItem')
    .set({
      ...(state === undefined ? {} : { state, startedAt: null }),
      ...(why === undefined ? {} : { why: why === null ? null : JSON.stringify(why) }),
      ...(draft === undefined ? {} : { draftId: draft }),
      ...(tries === undefined ? {} : { tries }),
      ...(pact === undefined ? {} : { pactId: pact }),
      ...(claim === undefined ? {} : { claimedBy: claim?.by ?? null, claimedAt: claim?.at ?? null }),
    })
    .where('id', '=', item)
    .execute();
}

export async function expiredEntries(db: Db, { now, limit }: { now: Date; limit: number }): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('bulkEntry')
    .select('id')
    .where('expiresAt', '<=', now)
    .where('forgottenAt', 'is', null)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** What was published stays, with its line: a page stands on it. */
export async function forgetEntry(db: Db, entry: number, at: Date): Promise<{ items: number; files: number }> {
  const rows = await db
    .selectFrom('bulkEntryItem')
    .select(['id', 'documentId', 'draftId'])
    .where('entryId', '=', entry)
    .where('state', '<>', 'published')
    .forUpdate()
    .execute();
  const [ids, drafts] = [rows.map(({ id }) => id), rows.flatMap(({ draftId }) => (draftId === null ? [] : [draftId]))];
  if (ids.length > 0) {
    await db
      .updateTable('bulkEntryItem')
      .set({
        ...{
          state: 'forgotten',
          said: '{}',
          problems: '[]',
          why: null,
          filename: null,
          documentId: null,
          sha256: null,
        },
        ...{ draftId: null, claimedBy: null, claimedAt: null, startedAt: null },
      })
      .where('id', 'in', ids)
      .execute();
  }
  if (drafts.length > 0)
    await db.deleteFrom('draft').where('id', 'in', drafts).where('publishedAt', 'is', null).execute();
  let files = 0;
  for (const { documentId } of rows) {
    if (documentId !== null && (await forgetUnusedDocument(db, documentId))) files += 1;
  }
  await db.updateTable('bulkEntry').set({ forgottenAt: at }).where('id', '=', entry).execute();
  return { items: ids.length, files };
}
