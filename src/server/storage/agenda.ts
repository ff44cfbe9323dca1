/** What a collective announces: meetings and the like. A cancelled entry stays, so that calendars learn of it. */
import { randomUUID } from 'node:crypto';
import type { AgendaEntry, AgendaWords } from '#domain/collective/agenda-entry.ts';
import type { Db } from './connection.ts';

export async function addEntry(
  db: Db,
  { collective, at, ...words }: AgendaWords & { readonly collective: number; readonly at: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('agendaEntry')
    .values({ collectiveId: collective, uid: randomUUID(), changedAt: at, ...words })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** By their beginning; those ended before `since` left out. */
export async function entriesOf(db: Db, collective: number, since?: Date): Promise<readonly AgendaEntry[]> {
  return await entryQuery(db)
    .where('collectiveId', '=', collective)
    .$if(since !== undefined, (query) => query.where('endsAt', '>=', since ?? new Date(0)))
    .orderBy('startsAt')
    .orderBy('id')
    .limit(500)
    .execute();
}

export async function findEntry(db: Db, collective: number, id: number): Promise<AgendaEntry | null> {
  const row = await entryQuery(db).where('collectiveId', '=', collective).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function changeEntry(
  db: Db,
  id: number,
  { revision, at, ...words }: AgendaWords & { readonly revision: number; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agendaEntry')
    .set({ ...words, revision: revision + 1, changedAt: at })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function cancelEntry(db: Db, id: number, at: Date): Promise<void> {
  await db
    .updateTable('agendaEntry')
    .set(({ eb }) => ({ cancelledAt: at, changedAt: at, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

function entryQuery(db: Db) {
  return db
    .selectFrom('agendaEntry')
    .select([
      'id',
      'uid',
      'revision',
      'title',
      'location',
      'description',
      'startsAt',
      'endsAt',
      'zone',
      'changedAt',
      'cancelledAt',
    ]);
}
