/** The directory of a place: whom its plans name. Found through the place, always. */
import { sql } from 'kysely';
import type { DirectoryEntry, EntryKind } from '#domain/plan/directory-entry.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { NewEntry, UsedEntry } from '#domain/plan/directory-entry.ts';
import type { Db } from './connection.ts';
import { placeColumns } from './places.ts';

const COLUMNS = ['id', 'kind', 'name', 'isElected', 'isPublic', 'email', 'leftOn', 'version'] as const;

function entriesHere(db: Db, place: PlaceCode) {
  return db
    .selectFrom('directoryEntry')
    .where(place.kind === 'municipality' ? 'municipalityCode' : 'groupingSiren', '=', codeOf(place))
    .where('mergedInto', 'is', null);
}

export async function directoryOf(db: Db, place: PlaceCode): Promise<readonly UsedEntry[]> {
  return await entriesHere(db, place)
    .select(COLUMNS)
    .select([
      sql<number>`(select count(distinct a.id)::int from working_action a
        where a.removed_at is null and (
          exists (select from working_role r where r.action_id = a.id and r.entry_id = directory_entry.id)
          or exists (select from working_funding f where f.action_id = a.id and f.funder_id = directory_entry.id)))`.as(
        'actions',
      ),
      sql<number>`(select count(*)::int from working_role r join working_action a on a.id = r.action_id
        where r.entry_id = directory_entry.id and r.role = 'lead' and a.removed_at is null)`.as('leads'),
      sql<readonly string[]>`coalesce((select jsonb_agg(m.name order by m.name) from directory_entry m
        where m.merged_into = directory_entry.id), '[]')`.as('merged'),
    ])
    .orderBy(sql`left_on is not null`)
    .orderBy(sql`array_position(array['person', 'service', 'organisation'], kind)`)
    .orderBy(sql`lower(name)`)
    .execute();
}

export async function findEntry(db: Db, place: PlaceCode, id: number): Promise<DirectoryEntry | null> {
  const row = await entriesHere(db, place).select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function entriesAmong(
  db: Db,
  place: PlaceCode,
  ids: readonly number[],
): Promise<readonly DirectoryEntry[]> {
  if (ids.length === 0) return [];
  return await entriesHere(db, place)
    .select(COLUMNS)
    .where('id', 'in', [...new Set(ids)])
    .execute();
}

export async function entryNamed(
  db: Db,
  place: PlaceCode,
  { kind, name }: { readonly kind: EntryKind; readonly name: string },
): Promise<DirectoryEntry | null> {
  const row = await entriesHere(db, place)
    .select(COLUMNS)
    .where('kind', '=', kind)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .executeTakeFirst();
  return row ?? null;
}

export async function addEntry(db: Db, place: PlaceCode, { at, ...entry }: NewEntry & { at: Date }): Promise<number> {
  const { id } = await db
    .insertInto('directoryEntry')
    .values({ ...placeColumns(place), ...entry, leftOn: null, mergedInto: null, createdAt: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeEntry(
  db: Db,
  place: PlaceCode,
  { id, version, ...words }: NewEntry & { id: number; version: number; leftOn: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('directoryEntry')
    .set({ ...words, version: version + 1 })
    .where(place.kind === 'municipality' ? 'municipalityCode' : 'groupingSiren', '=', codeOf(place))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('mergedInto', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The actions whose sheet named `from`. Call once both were found through the place. */
export async function mergeEntry(
  db: Db,
  place: PlaceCode,
  { from, into }: { readonly from: number; readonly into: number },
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select action_id as id from working_role where entry_id = ${from}
    union select action_id from working_funding where funder_id = ${from}`.execute(db);
  await sql`
    delete from working_role r where r.entry_id = ${from} and exists (
      select from working_role o where o.action_id = r.action_id and o.role = r.role and o.entry_id = ${into})`.execute(
    db,
  );
  await db.updateTable('workingRole').set({ entryId: into }).where('entryId', '=', from).execute();
  await db.updateTable('workingFunding').set({ funderId: into }).where('funderId', '=', from).execute();
  await db.updateTable('directoryEntry').set({ mergedInto: into }).where('mergedInto', '=', from).execute();
  await db
    .updateTable('directoryEntry')
    // Nobody sees it any more: an address that nobody sees serves nobody.
    .set((row) => ({ mergedInto: into, email: null, version: row('version', '+', 1) }))
    .where(place.kind === 'municipality' ? 'municipalityCode' : 'groupingSiren', '=', codeOf(place))
    .where('id', '=', from)
    .execute();
  return rows.map(({ id }) => id);
}

/** Call once both were found through the place. */
export async function eraseEntry(
  db: Db,
  place: PlaceCode,
  both: { readonly from: number; readonly into: number },
): Promise<readonly number[]> {
  const gone = await db
    .selectFrom('directoryEntry')
    .select('id')
    .where((is) => is.or([is('id', '=', both.from), is('mergedInto', '=', both.from)]))
    .execute();
  const ids = gone.map(({ id }) => id);
  const actions = await mergeEntry(db, place, both);
  await db.updateTable('actionNews').set({ entryId: both.into }).where('entryId', 'in', ids).execute();
  await db.deleteFrom('newsLink').where('entryId', 'in', ids).execute();
  const asked = db.selectFrom('newsRequest').select('id').where('entryId', 'in', ids);
  await db.deleteFrom('newsRequestAction').where('requestId', 'in', asked).execute();
  await db.deleteFrom('newsRequest').where('entryId', 'in', ids).execute();
  await db.deleteFrom('directoryEntry').where('id', 'in', ids).execute();
  return actions;
}
