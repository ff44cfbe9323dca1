import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { KEPT_OBJECTS } from './kept-objects.ts';
import { LEFT_OUT } from './left-out-tables.ts';

const database = withTestDatabase();

test('every table leaves in a public copy, or somebody said why it does not', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(database.db);
  const leaving = new Set(KEPT_OBJECTS.flatMap((object) => [object, ...object.parts]).map(({ table }) => table));
  const staying = rows.map(({ name }) => name).filter((name) => !leaving.has(name));
  expect(Object.values(LEFT_OUT).flat().toSorted()).toEqual(staying.toSorted());
});
