import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accept, refuse } from '#domain/shared/result.ts';
import { withTestDatabase } from '#tests/database.ts';
import { BRY, OPERATOR, readAs, settle, THEN } from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import { openDraft } from '#use-cases/drafts/open-draft.ts';
import { publishDraft } from '#use-cases/drafts/publish-draft.ts';
import { verifyJournal } from './storage/journal-verify.ts';
import { storesOn } from './stores.ts';

const database = withTestDatabase();
const DOCUMENT = {
  bytes: Buffer.from('un'),
  filename: 'un.txt',
  mediaType: 'text/plain',
  source: { url: null, description: null, publishedOn: null },
  receivedAt: THEN,
};

async function countOf(table: 'document' | 'pact' | 'commitment' | 'journalEvent'): Promise<number> {
  return (
    await database.db
      .selectFrom(table)
      .select(sql`1`.as('one'))
      .execute()
  ).length;
}

test('what a refused work had changed is undone', async () => {
  const answer = await storesOn(database.db).together(async (all) => {
    await all.documents.keep(DOCUMENT);
    return refuse({ kind: 'no' });
  });
  expect(answer).toEqual({ ok: false, refusal: { kind: 'no' } });
  expect(await countOf('document')).toBe(0);
});

test('what a broken work had changed is undone, and the break is thrown', async () => {
  const work = storesOn(database.db).together(async (all) => {
    await all.documents.keep(DOCUMENT);
    throw new TypeError('a bug');
  });
  await expect(work).rejects.toThrow('a bug');
  expect(await countOf('document')).toBe(0);
});

test('work inside work is one transaction', async () => {
  const answer = await storesOn(database.db).together(async (all) => {
    await all.together(async (inner) => accept(await inner.documents.keep(DOCUMENT)));
    return refuse({ kind: 'no' });
  });
  expect(answer.ok).toBe(false);
  expect(await countOf('document')).toBe(0);
});

test('killed while it publishes, nothing of the pact is there; asked again, all of it is', async () => {
  const { db } = database;
  await settle(db);
  const reading = writePact({
    list: 'Interrompue',
    commitments: [{ measure: 1, words: '1', levels: { 1: 'accepted' } }],
  });
  const stores = storesOn(db);
  const request = { bytes: Buffer.from(reading.text), filename: 'x.txt', place: BRY, read: readAs(reading) };
  const opened = await openDraft(stores, OPERATOR, request, THEN);
  if (!opened.ok) throw new Error('not opened');
  const publish = { draft: { id: opened.value.draft }, doubts: 'refuse', reviewed: true } as const;

  // The journal's end is held by somebody else: the publication has written everything and waits for its last line.
  await db.transaction().execute(async (other) => {
    await sql`select * from journal_head for update`.execute(other);
    const publishing = publishDraft(stores, OPERATOR, publish, THEN);
    const broken = expect(publishing).rejects.toThrow();
    // Asked outside the transaction: inside one, this view never changes.
    let waiting: { pid: number } | undefined;
    while (waiting === undefined) {
      const found = await sql<{ pid: number }>`
        select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%journal_head%'`.execute(db);
      waiting = found.rows[0];
    }
    await sql`select pg_terminate_backend(${waiting.pid})`.execute(other);
    await broken;
  });

  expect([await countOf('pact'), await countOf('commitment'), await countOf('journalEvent')]).toEqual([0, 0, 1]);
  expect((await publishDraft(stores, OPERATOR, publish, THEN)).ok).toBe(true);
  expect([await countOf('pact'), await countOf('commitment'), await countOf('journalEvent')]).toEqual([1, 1, 2]);
  expect((await verifyJournal(db)).faults).toEqual([]);
});
