/**
 * Every row that names a person by a foreign key, whatever the table: a table made later is in the copy of an account from its
 * first day, without anybody having to think of it.
 */
import { sql } from 'kysely';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';

/** Told apart (./person-logins.ts, ./mails.ts), without what would let one in. */
const TOLD_APART = ['person_session', 'person_login', 'person_passkey', 'mail'];

/** What stands for a secret, or for somebody else. */
const NOT_TOLD = /(?:token|hash|digest|_by)$|^code_|credential|public_key/;

/** By table; a row is an object of its columns, as the database names them. Some ten queries: asked once in a while. */
export async function rowsNaming(db: Db, person: string): Promise<{ readonly [table: string]: readonly Json[] }> {
  const references = await sql<{ table: string; column: string }>`
    select conrelid::regclass::text as table, attname as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = 'person'::regclass and cardinality(conkey) = 1
    order by 1, 2`.execute(db);
  const told: Record<string, Json[]> = {};
  for (const { table, column } of references.rows) {
    if (TOLD_APART.includes(table)) continue;
    const { rows } = await sql<{ row: Readonly<Record<string, Json>> }>`
      select to_jsonb(named) as row from ${sql.table(table)} as named where ${sql.ref(`named.${column}`)} = ${person}`.execute(
      db,
    );
    if (rows.length === 0) continue;
    const plain = rows.map(({ row }) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !NOT_TOLD.test(name))),
    );
    told[table] = [...(told[table] ?? []), ...plain];
  }
  return told;
}
