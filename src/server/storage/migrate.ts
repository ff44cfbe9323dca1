/**
 * Brings a database to the shape that this version expects.
 *
 * Steps are the files of ./migrations, named `NNNN-what-it-does.sql`, applied in order, each in its
 * own transaction, and recorded with the hash of their text. A step once applied never changes: to
 * correct one, write another. There is no way down; a backup is the way back (docs/operations.md).
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Generated } from 'kysely';
import pg from 'pg';
import { StartUpFailure } from '../start-up-failure.ts';

export type MigrationTables = {
  migration: { name: string; checksum: string; appliedAt: Generated<Date> };
};

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** Any constant: all processes must take the same advisory lock. ASCII of "parolemi". */
const MIGRATION_LOCK = '8097876208943459689';

const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

/**
 * Applies what is missing and returns the names applied, in order. Safe to run from several processes
 * at once: one works, the others wait and then find nothing to do.
 *
 * Throws StartUpFailure `migration-changed`, `migration-unknown` or `database-encoding`.
 */
export async function migrate(url: string, given?: readonly Migration[]): Promise<readonly string[]> {
  const migrations = given ?? (await readMigrations());
  const client = new pg.Client({ connectionString: url, application_name: 'parole-tenue migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseOtherEncodings(client);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    // Ending the session releases the lock, whatever happened.
    await client.end();
  }
}

export async function readMigrations(
  folder: URL = new URL('./migrations/', import.meta.url),
): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  const migrations: Migration[] = [];
  for (const file of files) {
    if (!FILE_NAME.test(file)) throw new Error(`migration ${file}: expected NNNN-name.sql`);
    const number = file.slice(0, 4);
    if (numbers.has(number)) throw new Error(`two migrations carry the number ${number}`);
    numbers.add(number);
    const sql = await readFile(new URL(file, folder), 'utf8');
    migrations.push({ name: file.slice(0, -'.sql'.length), sql, checksum: checksumOf(sql) });
  }
  return migrations;
}

/** Line ends do not count: git may check a file out with others. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}

async function refuseOtherEncodings(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>(
    'select pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()',
  );
  const encoding = rows[0]?.encoding ?? 'unknown';
  if (encoding !== 'UTF8') throw new StartUpFailure({ kind: 'database-encoding', encoding });
}

async function findPending(client: pg.Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await client.query(`create table if not exists migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`);
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration');
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum !== undefined && checksum !== migration.checksum) {
      throw new StartUpFailure({ kind: 'migration-changed', name: migration.name });
    }
  }
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = rows.map((row) => row.name).find((name) => !known.has(name));
  if (unknown !== undefined) throw new StartUpFailure({ kind: 'migration-unknown', name: unknown });
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [migration.name, migration.checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(`migration ${migration.name} failed`, { cause: error });
  }
}
