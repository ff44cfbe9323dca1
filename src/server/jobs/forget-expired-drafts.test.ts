import { expect, test } from 'vitest';
import { createTestDatabase, withTestDatabase } from '#tests/database.ts';
import { OPERATOR, readAs, settle } from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import { openDraft } from '#use-cases/drafts/open-draft.ts';
import { openDatabase } from '../storage/connection.ts';
import { storesOn } from '../stores.ts';
import { startForgetting } from './forget-expired-drafts.ts';

const database = withTestDatabase();

function fail(error: unknown): never {
  throw error;
}

test('forgets at once what is over, keeps what is not, and ends when asked', async () => {
  const { db } = database;
  await settle(db);
  const stores = storesOn(db);
  const open = async (at: Date) => {
    const reading = writePact({ list: at.toISOString(), commitments: [] });
    const request = { bytes: Buffer.from(reading.text), filename: 'x.txt', read: readAs(reading) };
    const opened = await openDraft(stores, OPERATOR, request, at);
    return opened.ok ? opened.value.draft : 0;
  };
  const old = await open(new Date('2020-03-15T10:00:00Z'));
  const recent = await open(new Date());
  const forgetting = startForgetting({ db }, { onFailure: fail });
  await forgetting.stop();
  expect(await stores.drafts.find({ id: old })).toBeNull();
  expect(await stores.drafts.find({ id: recent })).not.toBeNull();
});

test('a round that fails is told, and stops nothing', async () => {
  const withoutTables = openDatabase(await createTestDatabase({ content: 'empty' }));
  const failures: unknown[] = [];
  const forgetting = startForgetting({ db: withoutTables }, { onFailure: (error) => failures.push(error) });
  await forgetting.stop();
  await withoutTables.destroy();
  expect(failures).toHaveLength(1);
});
