/**
 * Whole objects as lines of JSON, and back: one line an object, `{ "pact": {…}, "commitment": [{…}], … }`, written by
 * PostgreSQL itself from the lists of public columns (./kept-object.ts), so that numbers, days and texts come back as they
 * were. Nothing of a line is taken as SQL.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../storage/connection.ts';
import type { KeptObject, KeptTable } from './kept-object.ts';

/** Lines read from the database, or put into it, at once. */
const LINES = 200;

export type LinePage = { readonly lines: readonly string[]; readonly next: string | null };

/** The objects after `after`, by their key; one statement. */
export async function objectLines(db: Db, object: KeptObject, after: string | null): Promise<LinePage> {
  const { rows } = await objectLinesQuery(object, after).execute(db);
  return { lines: rows.map(({ line }) => line), next: rows.length < LINES ? null : (rows.at(-1)?.key ?? null) };
}

export function objectLinesQuery(
  object: KeptObject,
  after: string | null,
): RawBuilder<{ readonly key: string; readonly line: string }> {
  const key = sql.raw(`r.${object.key}`);
  return sql`
    select ${key}::text as key, json_build_object(${sql.lit(object.table)}, ${said(object, 'r')}${sql.join(
      object.parts.map(
        (part) => sql`, ${sql.lit(part.table)}, (
          select coalesce(json_agg(${said(part, 'r')} order by ${ordered(part.order)}), '[]')
          from ${sql.table(part.table)} r where ${sql.raw(part.of)})`,
      ),
      sql``,
    )})::text as line
    from ${sql.table(object.table)} r, lateral (select r.*) o
    where (${sql.raw(object.isPublic)}) ${after === null ? sql`` : sql`and ${key} > ${after}`}
    order by ${key} limit ${LINES}`;
}

/** Puts the objects of some lines in; what names rows of the same table is left for `nameSameTable`. */
export async function insertLines(db: Db, object: KeptObject, lines: readonly string[]): Promise<void> {
  for (let from = 0; from < lines.length; from += LINES) {
    const batch = `[${lines.slice(from, from + LINES).join(',')}]`;
    await insertRows(db, object, sql`select o -> ${object.table} as said from jsonb_array_elements(${batch}::jsonb) o`);
    for (const part of object.parts) {
      const parts = sql`select said from jsonb_array_elements(${batch}::jsonb) o,
        jsonb_array_elements(o -> ${part.table}) said`;
      await insertRows(db, part, parts);
    }
  }
}

/** The second pass over the same lines: which row of its own table a row names. */
export async function nameSameTable(db: Db, object: KeptObject, lines: readonly string[]): Promise<void> {
  const { later = [] } = object;
  if (later.length === 0) return;
  for (let from = 0; from < lines.length; from += LINES) {
    const batch = `[${lines.slice(from, from + LINES).join(',')}]`;
    await sql`
      update ${sql.table(object.table)} t set ${sql.join(later.map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`))}
      from jsonb_array_elements(${batch}::jsonb) o,
        jsonb_populate_record(null::${sql.table(object.table)}, o -> ${object.table}) r
      where t.${sql.ref(object.key)} = r.${sql.ref(object.key)} and r.${sql.ref(later[0] ?? object.key)} is not null`.execute(
      db,
    );
  }
}

/** What leaves of a row, as one JSON object under the names of its columns. */
function said(table: KeptTable, row: string): RawBuilder<unknown> {
  const pairs = [
    ...table.columns.map((name) => sql`${sql.lit(name)}, ${sql.raw(`${row}.${quoted(name)}`)}`),
    ...(table.verbatim ?? []).map((name) => sql`${sql.lit(name)}, ${sql.raw(`${row}.${quoted(name)}`)}::text`),
    ...Object.entries(table.instead ?? {}).map(([name, expression]) => sql`${sql.lit(name)}, ${sql.raw(expression)}`),
  ];
  return sql`json_build_object(${sql.join(pairs)})`;
}

async function insertRows(
  db: Db,
  table: KeptTable & { readonly later?: readonly string[] },
  rows: RawBuilder<unknown>,
): Promise<void> {
  const { later = [], verbatim = [], instead = {} } = table;
  const plain = [...table.columns, ...Object.keys(instead)].filter((name) => !later.includes(name));
  const values = [
    ...plain.map((name) => ({ name, value: sql.raw(`r.${quoted(name)}`) })),
    ...verbatim.map((name) => ({ name, value: sql`(given.said ->> ${name})::json` })),
    ...Object.entries(table.said ?? {}).map(([name, expression]) => ({ name, value: sql.raw(expression) })),
  ];
  await sql`
    insert into ${sql.table(table.table)} (${sql.join(values.map(({ name }) => sql.ref(name)))}) overriding system value
    select ${sql.join(values.map(({ value }) => value))}
    from (${rows}) given, jsonb_populate_record(null::${sql.table(table.table)}, given.said - ${[...verbatim]}::text[]) r`.execute(
    db,
  );
}

function ordered(order: string): RawBuilder<unknown> {
  return sql.raw(
    order
      .split(', ')
      .map((name) => `r.${quoted(name)}`)
      .join(', '),
  );
}

/** `precision` and `grouping` are words of SQL. */
function quoted(name: string): string {
  return `"${name}"`;
}
