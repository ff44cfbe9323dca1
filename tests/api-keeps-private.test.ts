/**
 * What may leave by the read API, asked of the database itself: every column of text of every table is marked with its own
 * name, every resource is read whole, in both formats, and only columns written here come out. Rows that are not public carry
 * another mark, which never does. A query that begins to show one more column must be written here first.
 */
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { apiAnswer } from '#server/http/api/answer.ts';
import { OPEN_RESOURCES } from '#server/open-data/open-resources.ts';
import { provideRuntime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { addFictionalMunicipality, FICTIONAL_MUNICIPALITY } from '#server/storage/fictional-municipality.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from './database.ts';
import { buildOpenDataWorld } from './open-data-world.ts';
import { publish, THEN } from './world.ts';
import { writePact, writePlan } from './world-readings.ts';

/** By the table: what everybody reads on a page of the site. */
const MAY_LEAVE: Readonly<Record<string, readonly string[]>> = {
  action: ['axis', 'labels', 'printed_number', 'related_actions', 'sub_axis', 'title'],
  assessment: ['method', 'said_as', 'said_for', 'sentence'],
  body_question: ['answer_text', 'collective_name', 'text'],
  candidate_list: ['constituency_code', 'constituency_name', 'leader', 'name', 'nuance', 'short_name', 'source'],
  collective: ['name'],
  commitment: ['competent_body', 'local_number'],
  consultation: ['title', 'words'],
  committee_decision: ['who', 'words'],
  contribution: ['answer_words', 'base', 'because', 'hidden_reason', 'shown_name', 'spot', 'words'],
  contribution_answer_before: ['words'],
  crosswalk_link: ['reason'],
  department: ['name'],
  endorsement: ['withdrawn_reason'],
  follow_up_event: ['title', 'who', 'words'],
  grouping: ['name'],
  indicator: ['source', 'title', 'unit'],
  indicator_value: ['territory'],
  local_commitment: ['local_number', 'text'],
  measure_sheet_version: ['title'],
  municipality: ['name'],
  national_decision: ['what', 'why'],
  organisation: ['about', 'ended_reason', 'name', 'website'],
  pact: ['leader', 'list_name'],
  plan: ['council_date', 'title'],
  region: ['name'],
  remark: ['name', 'quality', 'sentence'],
  review: ['method'],
};

/** Codes by which programs find other things: marked, nothing would be found. None is a text that a person wrote. */
const CODES = [
  'zone',
  'edition',
  'from_edition',
  'to_edition',
  'item',
  'items',
  'place',
  'department',
  'region',
  'size',
  'standing',
  'area',
  'subject',
];

const database = withTestDatabase();
let answers = '';
let marked: readonly string[] = [];

beforeAll(async () => {
  const { db } = database;
  await buildOpenDataWorld(db);
  await playAndKeepApart(db);
  marked = await markColumns(db);
  await markPrivateRows(db);
  provideRuntime({ config: readConfig({}, resolve('.')), db });
  answers = (await Promise.all(OPEN_RESOURCES.flatMap(({ name }) => [readAll(name), readAll(`${name}.csv`)]))).join(
    '\n',
  );
}, 60_000);

test('most of what is kept was marked, what is private among it', () => {
  expect(marked.length).toBeGreaterThan(100);
  expect(marked).toEqual(
    expect.arrayContaining([
      'collective_member.name',
      'directory_entry.name',
      'email_proof.email',
      'follow_up_event.who_private',
      'mail.recipient',
      'person.name',
      'signatory.email',
      'signatory.name',
      'working_action.title',
      'working_plan.title',
    ]),
  );
});

test('only columns that are public leave', () => {
  const left: Record<string, string[]> = {};
  for (const [, table = '', column = ''] of new Set(answers.match(/marque-[a-z_]+\.[a-z_0-9]+-fin/gu))
    .values()
    .map((mark) => /marque-([a-z_]+)\.([a-z_0-9]+)-fin/u.exec(mark) ?? []))
    (left[table] ??= []).push(column);
  expect(
    Object.fromEntries(
      Object.entries(left)
        .toSorted()
        .map(([table, columns]) => [table, columns.toSorted()]),
    ),
  ).toEqual(MAY_LEAVE);
});

test('no row that is not public leaves, nor what is played', () => {
  expect(answers.match(/secret-[a-z_]+/gu) ?? []).toEqual([]);
  expect(answers).not.toContain(FICTIONAL_MUNICIPALITY.code);
  expect(answers).not.toContain('fictive');
});

/** What is played in a commune that does not exist, and what somebody has not published. */
async function playAndKeepApart(db: Db): Promise<void> {
  await addFictionalMunicipality(db);
  const played = { kind: 'municipality', code: FICTIONAL_MUNICIPALITY.code } as const;
  const commitments = [{ measure: 1, words: '1', levels: { 1: 'accepted' as const } }];
  await publish(db, played, writePact({ list: 'secret-pact', commitments }));
  await publish(db, played, writePlan('secret-plan', [{ number: '1', title: 'secret-action' }]));
  const stores = storesOn(db);
  const working = { place: played, title: 'secret-working', introduction: 'secret-working', by: 'x', at: THEN };
  await stores.workingPlans.create(working);
}

/** A copy beside each public row, in a state in which only some people see it. */
async function markPrivateRows(db: Db): Promise<void> {
  const copies: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    [
      'follow_up_event',
      'visibility',
      { visibility: 'private', title: 'secret-event', words: 'secret-event', who: 'secret-event' },
    ],
    ['collective', 'state', { state: 'requested', name: 'secret-collective', slug: 'secret-collective' }],
    ['indicator', 'title', { title: 'secret-indicator', published_at: '' }],
  ];
  for (const [table, , changes] of copies) await copyChanged(db, table, changes);
  const { id: pactId } = await db.selectFrom('pact').select('id').executeTakeFirstOrThrow();
  const secret = {
    name: 'secret-remark',
    quality: 'secret-remark',
    sentence: 'secret-remark',
    evidence: '[]',
  } as const;
  const remark = { ...secret, pactId, item: 'm15', saidAt: THEN, personId: null };
  await db
    .insertInto('remark')
    .values([
      { ...remark, withdrawnAt: THEN, hiddenAt: null, hiddenReason: null },
      { ...remark, withdrawnAt: null, hiddenAt: THEN, hiddenReason: 'Une insulte' },
    ])
    .execute();
  const hidden = { words: 'secret-words', title: 'secret-title', because: 'secret-because', shownName: 'secret-name' };
  const { numUpdatedRows } = await db
    .updateTable('contribution')
    .set(hidden)
    .where('hiddenAt', 'is not', null)
    .executeTakeFirstOrThrow();
  expect(numUpdatedRows).toBe(1n);
  await db.updateTable('participation').set({ domain: 'secret-domain', boxDigest: 'secret-box' }).execute();
}

async function copyChanged(db: Db, table: string, changes: Readonly<Record<string, string>>): Promise<void> {
  const { rows } = await sql<{ name: string; generated: boolean }>`
    select column_name as name, is_identity = 'YES' or is_generated = 'ALWAYS' as generated
    from information_schema.columns where table_schema = 'public' and table_name = ${table}`.execute(db);
  const columns = rows.filter(({ generated }) => !generated).map(({ name }) => name);
  const values = columns.map((name) => {
    const change = changes[name];
    if (change === undefined) return sql.ref(name);
    return change === '' ? sql`null` : sql`${change}`;
  });
  await db.transaction().execute(async (within) => {
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(within);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
      select ${sql.join(values)} from ${sql.table(table)} limit 1`.execute(within);
  });
}

/** Adds its own name to every text that no rule of the database forbids to change. Says which. */
async function markColumns(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c
    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and not c.column_name = any (${CODES}::text[]) and c.data_type in ('text', 'ARRAY') and (c.data_type = 'text' or c.udt_name = '_text')
      and not exists (
        select from information_schema.key_column_usage k
        where k.table_schema = c.table_schema and k.table_name = c.table_name and k.column_name = c.column_name)
    order by 1, 2`.execute(db);
  const done: string[] = [];
  for (const { table, column, type } of rows) {
    const mark = ` marque-${table}.${column}-fin`;
    const changed =
      type === 'ARRAY'
        ? sql`array_append(${sql.ref(column)}, ${mark.trim()}::text)`
        : sql`${sql.ref(column)} || ${mark}`;
    const count = await db
      .transaction()
      .execute(async (within) => {
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(within);
        const changing = sql`update ${sql.table(table)} set ${sql.ref(column)} = ${changed} where ${sql.ref(column)} is not null`;
        return (await changing.execute(within)).numAffectedRows ?? 0n;
      })
      // Forbidden: a closed list, a length, a code that something else is found by.
      .catch(() => 0n);
    if (count > 0n) done.push(`${table}.${column}`);
  }
  return done;
}

async function readAll(address: string): Promise<string> {
  let text = '';
  for (let next: string | null = `/api/v1/${address}?limite=500`; next !== null;) {
    const url: URL = new URL(next, 'http://site.test');
    const answer = await apiAnswer({
      request: new Request(url),
      url,
      params: { path: url.pathname.replace('/api/v1/', '') },
      getClientAddress: () => '127.0.0.1',
    });
    text += await answer.text();
    expect(answer.status, `${address}: ${text.slice(0, 300)}`).toBe(200);
    next = /<([^>]+)>/u.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
  }
  return text;
}
