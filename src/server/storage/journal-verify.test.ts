import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld, OPERATOR, THEN } from '#tests/world.ts';
import { storesOn } from '#server/stores.ts';
import { discardDraft } from '#use-cases/drafts/forget-drafts.ts';
import { appendEvent, historyOf } from './journal.ts';
import { verifyJournal } from './journal-verify.ts';
import type { Db } from './connection.ts';

const database = withTestDatabase();

beforeAll(async () => {
  await buildWorld(database.db);
});

/** What somebody with the keys of the database can do, triggers included; undone afterwards. */
async function tampered(tamper: (db: Db) => Promise<unknown>): Promise<readonly unknown[]> {
  let faults: readonly unknown[] = [];
  const undo = new Error('undo');
  await database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      for (const table of ['journal_event', 'journal_content', 'document']) {
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(db);
      }
      await tamper(db);
      faults = (await verifyJournal(db)).faults;
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return faults;
}

test('finds nothing wrong in an untouched world', async () => {
  const report = await verifyJournal(database.db);
  expect(report.faults).toEqual([]);
  // Four drafts opened, four published, one link.
  expect(report.events).toBe(9);
  expect(report.head).toMatch(/^[0-9a-f]{64}$/);
});

test('finds one stance rewritten in the tables', async () => {
  const faults = await tampered((db) =>
    db.updateTable('commitment').set({ level1: 'accepted' }).where('measure', '=', 2).execute(),
  );
  expect(faults).toEqual([{ kind: 'changed', what: 'pact', id: 1 }]);
});

test('finds an observation rewritten inside the detail', async () => {
  const faults = await tampered((db) =>
    sql`update commitment set detail = jsonb_set(detail, '{observations}', '["autre"]') where measure = 15 and pact_id = 3`.execute(
      db,
    ),
  );
  expect(faults).toEqual([{ kind: 'changed', what: 'pact', id: 3 }]);
});

test('finds an action of a plan rewritten', async () => {
  const faults = await tampered((db) => db.updateTable('action').set({ title: 'Rien' }).execute());
  expect(faults).toEqual([{ kind: 'changed', what: 'plan', id: 1 }]);
});

test('finds an event rewritten, even with its own hash made again', async () => {
  const faults = await tampered(async (db) => {
    await db.updateTable('journalEvent').set({ actor: 'anyone' }).where('sequence', '=', 2).execute();
  });
  expect(faults).toEqual([{ kind: 'event-changed', sequence: 2 }]);
  const relinked = await tampered(async (db) => {
    await db
      .updateTable('journalEvent')
      .set({ hash: 'a'.repeat(64) })
      .where('sequence', '=', 2)
      .execute();
  });
  expect(relinked).toEqual([
    { kind: 'event-changed', sequence: 2 },
    { kind: 'link-broken', sequence: 3 },
  ]);
});

test('finds words rewritten, removed, and an end cut off', async () => {
  expect(
    await tampered((db) => db.updateTable('journalContent').set({ says: '{}' }).where('sequence', '=', 1).execute()),
  ).toEqual([{ kind: 'words-changed', sequence: 1 }]);
  expect(await tampered((db) => db.deleteFrom('journalContent').where('sequence', '=', 1).execute())).toEqual([
    { kind: 'words-missing', sequence: 1 },
  ]);
  expect(
    await tampered(async (db) => {
      await db.deleteFrom('journalContent').where('sequence', '=', 9).execute();
      await db.deleteFrom('journalEvent').where('sequence', '=', 9).execute();
    }),
  ).toEqual([{ kind: 'end-missing', sequence: 8 }]);
});

test('finds a pact that was removed, and one that was slipped in', async () => {
  expect(
    await tampered(async (db) => {
      await db.deleteFrom('draft').where('publishedPactId', '=', 2).execute();
      for (const table of ['pactReading', 'pactPrinciple', 'commitment', 'localCommitment'] as const) {
        await db.deleteFrom(table).where('pactId', '=', 2).execute();
      }
      await db.deleteFrom('pact').where('id', '=', 2).execute();
    }),
  ).toEqual([{ kind: 'gone', what: 'pact', id: 2 }]);
  expect(
    await tampered((db) =>
      sql`insert into pact (municipality_code, edition, list_name, term_from, term_to, document_id, read_at, reader_version, published_at)
          select municipality_code, edition, 'Une autre', term_from, term_to, document_id, read_at, reader_version, published_at
          from pact where id = 1`.execute(db),
    ),
  ).toMatchObject([{ kind: 'unrecorded', what: 'pact' }]);
});

test('finds a file whose bytes changed', async () => {
  const faults = await tampered((db) =>
    db
      .updateTable('document')
      .set({ bytes: Buffer.from('autre'), byteCount: 5 })
      .where('id', '=', 1)
      .execute(),
  );
  expect(faults).toEqual([{ kind: 'file-changed', document: 1 }]);
});

test('the database itself refuses to change an event or a file', async () => {
  const { db } = database;
  await expect(db.updateTable('journalEvent').set({ actor: 'x' }).execute()).rejects.toThrow(/never changes/);
  await expect(db.deleteFrom('journalEvent').execute()).rejects.toThrow(/never changes/);
  await expect(db.updateTable('journalContent').set({ says: '{}' }).execute()).rejects.toThrow(/never changed/);
  await expect(db.updateTable('document').set({ filename: 'x' }).execute()).rejects.toThrow(/never changes/);
});

test('still verifies once the words about a draft were erased', async () => {
  const { db } = database;
  const opened = await storesOn(db).drafts.open({
    document: 1,
    reading: { kind: 'charter', text: '', unread: [], warnings: [], principles: [], measures: [] },
    readerVersion: 'test',
    choices: { edition: null, place: null, signedOn: null, termFrom: null },
    openedBy: 'anyone',
    openedAt: THEN,
    expiresAt: new Date(THEN.getTime() + 1000),
  });
  const subject = { kind: 'draft', id: opened.id } as const;
  await db.transaction().execute(async (transaction) => {
    await appendEvent(transaction, {
      at: THEN,
      act: 'open-draft',
      actor: 'anyone',
      subject,
      says: { filename: 'lettre-de-madame-martin.pdf' },
    });
  });
  await discardDraft(storesOn(db), OPERATOR, { draft: { id: opened.id } }, THEN);
  const report = await verifyJournal(db);
  expect(report).toMatchObject({ faults: [], erased: 1 });
  expect((await historyOf(db, subject)).map(({ act, says }) => [act, says])).toEqual([
    ['open-draft', null],
    ['discard-draft', { file: false }],
  ]);
});
