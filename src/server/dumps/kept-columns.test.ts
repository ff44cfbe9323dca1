import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { objectLines } from './object-lines.ts';
import { KEPT_OBJECTS } from './kept-objects.ts';

const database = withTestDatabase();

test('every column of a table that leaves in a public copy was decided on: it leaves, or it stays', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public'`.execute(database.db);
  const columnsOf = Map.groupBy(rows, ({ table }) => table);
  for (const { table, columns, verbatim = [], instead = {}, stays } of KEPT_OBJECTS.flatMap((object) => [
    object,
    ...object.parts,
  ])) {
    const decided = [...columns, ...verbatim, ...Object.keys(instead), ...stays];
    const there = (columnsOf.get(table) ?? []).map(({ column }) => column);
    expect([table, [...decided].sort()]).toEqual([table, [...there].sort()]);
  }
});

test('no column that holds an account, an address or a secret leaves', () => {
  const leaving = KEPT_OBJECTS.flatMap((object) => [object, ...object.parts]).flatMap(
    ({ table, columns, verbatim = [], instead = {} }) =>
      [...columns, ...verbatim, ...Object.keys(instead)].map((column) => `${table}.${column}`),
  );
  expect(leaving.filter((name) => /person|email|token|proof|digest|private|_by$/.test(name))).toEqual([
    'collective.confirmed_by',
    'collective.carried_by',
    'pact.reviewed_by',
    'earlier_reading.ended_by',
    'plan.reviewed_by',
    'earlier_reading.ended_by',
    'earlier_reading.ended_by',
    'evidence_document.used_by',
  ]);
});

test('every object can be asked for', async () => {
  for (const object of KEPT_OBJECTS) {
    expect(await objectLines(database.db, object, null), object.name).toEqual({ lines: [], next: null });
    expect(await objectLines(database.db, object, '1')).toEqual({ lines: [], next: null });
  }
});
