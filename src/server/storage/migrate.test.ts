import { describe, expect, test } from 'vitest';
import pg from 'pg';
import { createTestDatabase, withTestDatabase } from '#tests/database.ts';
import { StartUpFailure } from '../start-up-failure.ts';
import { checksumOf, migrate, readMigrations, type Migration } from './migrate.ts';

const step = (name: string, sql: string): Migration => ({ name, sql, checksum: checksumOf(sql) });
const first = step('0001-first', 'create table first (id integer)');
const second = step('0002-second', 'create table second (id integer)');

async function problemOf(act: Promise<unknown>): Promise<unknown> {
  const error = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof StartUpFailure ? error.problem : error;
}

async function tablesOf(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  await client.end();
  return rows.map((row) => row.name);
}

describe('migrating', () => {
  test('applies each step once, in order, and finds nothing to do the second time', async () => {
    const url = await createTestDatabase({ content: 'empty' });
    expect(await migrate(url, [first, second])).toEqual(['0001-first', '0002-second']);
    expect(await migrate(url, [first, second])).toEqual([]);
  });

  test('applies only what is new', async () => {
    const url = await createTestDatabase({ content: 'empty' });
    await migrate(url, [first]);
    expect(await migrate(url, [first, second])).toEqual(['0002-second']);
  });

  test('by eight at once lets one work and the others wait', async () => {
    const url = await createTestDatabase({ content: 'empty' });
    const slow = step('0001-slow', 'create table slow (id integer); select pg_sleep(0.2)');
    const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(url, [slow, second])));
    expect(applied.flat().sort()).toEqual(['0001-slow', '0002-second']);
  });

  test('leaves nothing of a step that fails half way, and keeps the ones before', async () => {
    const url = await createTestDatabase({ content: 'empty' });
    const broken = step('0002-broken', 'create table half (id integer); select 1 / 0');
    await expect(migrate(url, [first, broken])).rejects.toThrow('0002-broken');
    expect(await tablesOf(url)).toEqual(['first', 'migration']);
    expect(await migrate(url, [first, second])).toEqual(['0002-second']);
  });

  test('refuses a step that was edited after it was applied', async () => {
    const url = await createTestDatabase({ content: 'empty' });
    await migrate(url, [first]);
    const edited = step('0001-first', 'create table first (id bigint)');
    expect(await problemOf(migrate(url, [edited]))).toEqual({ kind: 'migration-changed', name: '0001-first' });
  });

  test('refuses a database used by a newer version', async () => {
    const url = await createTestDatabase({ content: 'empty' });
    await migrate(url, [first, second]);
    expect(await problemOf(migrate(url, [first]))).toEqual({ kind: 'migration-unknown', name: '0002-second' });
  });

  test('does not mind how git writes the ends of lines', () => {
    expect(checksumOf('a\r\nb\r\n')).toBe(checksumOf('a\nb\n'));
  });
});

describe('the steps of this version', () => {
  const database = withTestDatabase();

  test('carry distinct numbers and are all applied to the template', async () => {
    const names = (await readMigrations()).map((migration) => migration.name);
    expect(names[0]).toBe('0001-territory');
    const rows = await database.db.selectFrom('migration').select('name').orderBy('name').execute();
    expect(rows.map((row) => row.name)).toEqual(names);
    expect(await migrate(database.url)).toEqual([]);
  });
});
