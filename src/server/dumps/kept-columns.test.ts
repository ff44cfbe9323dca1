import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { objectLines } from './object-lines.ts';
import { KEPT_OBJECTS } from './kept-objects.ts';
import { REFERENCES } from './object-references.ts';

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

test('every row of a copy that another one must find is known to the check of a copy', async () => {
  const { rows } = await sql<{ table: string; column: string; parent: string }>`
    select child.relname as "table", own.attname as "column", parent.relname || '.' || theirs.attname as parent
    from pg_constraint c
    join pg_class child on child.oid = c.conrelid
    join pg_class parent on parent.oid = c.confrelid
    cross join lateral unnest(c.conkey, c.confkey) key(own, theirs)
    join pg_attribute own on own.attrelid = c.conrelid and own.attnum = key.own
    join pg_attribute theirs on theirs.attrelid = c.confrelid and theirs.attnum = key.theirs
    where c.contype = 'f'`.execute(database.db);
  const tables = KEPT_OBJECTS.flatMap((object) => [object, ...object.parts]);
  const leaves = (table: string, column: string) =>
    tables.some((one) => one.table === table && [...one.columns, ...Object.keys(one.instead ?? {})].includes(column));
  const kept = rows.filter(
    ({ table, column, parent }) =>
      leaves(table, column) && tables.some((one) => one.table === parent.replace(/\..*$/u, '')),
  );
  const told = Object.entries(REFERENCES).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, parent]) => `${table}.${column} -> ${parent}`),
  );
  expect(told.toSorted()).toEqual(
    kept.map(({ table, column, parent }) => `${table}.${column} -> ${parent}`).toSorted(),
  );
});

test('no column that holds an account, an address or a secret leaves', () => {
  const leaving = KEPT_OBJECTS.flatMap((object) => [object, ...object.parts]).flatMap(
    ({ table, columns, verbatim = [], instead = {} }) =>
      [...columns, ...verbatim, ...Object.keys(instead)].map((column) => `${table}.${column}`),
  );
  expect(leaving.filter((name) => /person|email|token|proof|digest|private|_by$/.test(name))).toEqual([
    'collective.confirmed_by',
    'collective.carried_by',
    'edition_withdrawal.withdrawn_by',
    'pact.reviewed_by',
    'earlier_reading.ended_by',
    'plan.reviewed_by',
    'earlier_reading.ended_by',
    'earlier_reading.ended_by',
    'evidence_document.used_by',
    'committee.proposed_by',
    'committee.closed_by',
  ]);
});

test('every object can be asked for', async () => {
  for (const object of KEPT_OBJECTS) {
    expect(await objectLines(database.db, object, null), object.name).toEqual({ lines: [], next: null });
    expect(await objectLines(database.db, object, '1')).toEqual({ lines: [], next: null });
  }
});
