/**
 * A database of one's own for a test file: real PostgreSQL, migrated, empty, thrown away with the run.
 *
 *     const database = withTestDatabase();
 *     test('…', async () => { await database.db.insertInto(…) });
 *
 * Everything in one file shares it: name rows apart, or ask for another inside a `describe`.
 */
import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Db } from '#server/storage/connection.ts';

export type TestDatabase = {
  /** Usable from `beforeAll` on. */
  readonly db: Db;
  readonly url: string;
};

export type TestDatabaseOptions = {
  /** `empty`: without tables. `migrated` (the default): all tables, no row. `country`: with the whole territory. */
  readonly content?: 'empty' | 'migrated' | 'country';
};

/** Call at the top of a file or of a `describe`. */
export function withTestDatabase(options: TestDatabaseOptions = {}): TestDatabase {
  let opened: TestDatabase | null = null;
  beforeAll(async () => {
    const url = await createTestDatabase(options);
    opened = { url, db: openDatabase(url, { pool: 5, name: 'tests' }) };
  });
  afterAll(async () => {
    await opened?.db.destroy();
  });
  const current = (): TestDatabase => {
    if (opened === null) throw new Error('the test database is there from beforeAll on');
    return opened;
  };
  return {
    get db() {
      return current().db;
    },
    get url() {
      return current().url;
    },
  };
}

/** The address of a fresh database, for a test that opens it in its own way. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<string> {
  const answer = await fetch(`${inject('testDatabaseService')}/${options.content ?? 'migrated'}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`no test database: ${text}`);
  return text;
}
