/** Loading a public copy, on PostgreSQL. */
import { sql } from 'kysely';
import { accept, refuse } from '#domain/shared/result.ts';
import type { DumpStore, LoadedObject } from '#use-cases/dumps/dump-store.ts';
import { KEPT_OBJECTS } from './dumps/kept-objects.ts';
import { insertLines, nameSameTable } from './dumps/object-lines.ts';
import { errorCode } from './error-code.ts';
import type { Db } from './storage/connection.ts';
import { pactDigest, planDigest } from './storage/digests.ts';
import { earlierReadings } from './storage/earlier-readings.ts';
import { EDITION_CHANNEL } from './storage/editions-made.ts';
import { keepLoadedCopy } from './storage/loaded-copies.ts';
import { recountTallies } from './storage/tallies.ts';

/** Tables of which one row means that somebody did something here, beside those of a copy. */
const ALSO = ['person', 'draft', 'negotiation', 'working_plan', 'edition_draft', 'bulk_entry'];

export function dumpsOn(db: Db): DumpStore {
  return {
    isEmpty: async () => {
      const tables = [...new Set([...KEPT_OBJECTS.map(({ table }) => table), ...ALSO])];
      // Nobody publishes anything meanwhile, nor loads another copy.
      await sql`lock table ${sql.join(tables.map((table) => sql.table(table)))} in share row exclusive mode`.execute(
        db,
      );
      const filled = tables.map((table) => sql`exists (select from ${sql.table(table)})`);
      const { rows } = await sql<{ filled: boolean }>`select ${sql.join(filled, sql` or `)} as filled`.execute(db);
      return rows[0]?.filled === false;
    },
    load: async (read, { copy, at }) => {
      for (const object of KEPT_OBJECTS) {
        try {
          for await (const lines of read(object.name)) await insertLines(db, object, lines);
          if (object.later === undefined) continue;
          for await (const lines of read(object.name)) await nameSameTable(db, object, lines);
        } catch (error) {
          const refused = whatDoesNotFit(error);
          if (refused === null) throw error;
          return refuse({ kind: 'does-not-fit', objects: object.name, detail: refused });
        }
      }
      await goOnAfterWhatCame(db);
      await keepLoadedCopy(db, copy, at);
      await sql`select pg_notify(${EDITION_CHANNEL}, id) from edition`.execute(db);
      // Their dates came with the copy: they say until when acts are counted, not when somebody counted.
      await recountTallies(db, new Date(0));
      return accept(await loadedObjects(db));
    },
  };
}

/** Numbers that the copy uses are given to nobody else. */
async function goOnAfterWhatCame(db: Db): Promise<void> {
  const tables = [...new Set(KEPT_OBJECTS.flatMap(({ table, parts }) => [table, ...parts.map((part) => part.table)]))];
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES' and table_name in (${sql.join(tables)})`.execute(db);
  for (const { table, column } of rows) {
    await sql`select setval(pg_get_serial_sequence(${`public."${table}"`}, ${column}),
      greatest((select max(${sql.ref(column)}) from ${sql.table(table)}), 1),
      exists (select from ${sql.table(table)}))`.execute(db);
  }
}

async function loadedObjects(db: Db): Promise<readonly LoadedObject[]> {
  const loaded: LoadedObject[] = [];
  const plain = { digest: null, earlier: [], versions: [] } as const;
  for (const { id } of await db.selectFrom('collective').select('id').orderBy('id').execute())
    loaded.push({ kind: 'collective', id, ...plain });
  for (const id of await subjects(db, 'pact')) {
    const earlier = (await earlierReadings(db, { what: 'pact', id })).map(({ digest, reason }) => ({ digest, reason }));
    loaded.push({ kind: 'pact', id, digest: await pactDigest(db, id), earlier, versions: [] });
  }
  for (const id of await subjects(db, 'plan')) {
    const earlier = (await earlierReadings(db, { what: 'plan', id })).map(({ digest, reason }) => ({ digest, reason }));
    const versions = await db
      .selectFrom('planVersion')
      .select(['number', 'sha256'])
      .where('planId', '=', id)
      .orderBy('number')
      .execute();
    loaded.push({ kind: 'plan', id, digest: await planDigest(db, id), earlier, versions });
  }
  for (const { id } of await db.selectFrom('review').select('id').orderBy('id').execute())
    loaded.push({ kind: 'review', id, ...plain });
  return loaded;
}

/** Those that are shown, and those that were withdrawn. */
async function subjects(db: Db, what: 'pact' | 'plan'): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(what)} union select subject_id from earlier_reading where subject_kind = ${what}
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Classes 22 and 23 of PostgreSQL: a value that its column does not know, a row that its table does not want. */
function whatDoesNotFit(error: unknown): string | null {
  const code = errorCode(error);
  if (code === null || !/^2[23]/.test(code) || !(error instanceof Error)) return null;
  return 'detail' in error && typeof error.detail === 'string' ? `${error.message} (${error.detail})` : error.message;
}
