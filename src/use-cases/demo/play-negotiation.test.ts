import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import type { Actor } from '#domain/access/gate.ts';
import { addFictionalMunicipality, FICTIONAL_MUNICIPALITY } from '#server/storage/fictional-municipality.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { storesOn } from '#server/stores.ts';
import { playNegotiation } from './play-negotiation.ts';

const database = withTestDatabase();
const JOB: Actor = { kind: 'job', name: 'first-contents' };
const NOW = new Date('2026-11-22T09:00:00Z');
const municipality = FICTIONAL_MUNICIPALITY.code;

test('a negotiation is under way where nobody lives, played once, and nobody is written to', async () => {
  const { db } = database;
  await addFictionalMunicipality(db);
  const stores = storesOn(db);
  // Two servers that start at once.
  const both = await Promise.all([
    playNegotiation(stores, JOB, { municipality }, NOW),
    playNegotiation(stores, JOB, { municipality }, NOW),
  ]);
  expect(both.map((result) => result.ok && result.value.played).toSorted()).toEqual([false, true]);
  expect(await playNegotiation(stores, JOB, { municipality }, NOW)).toEqual({ ok: true, value: { played: false } });

  const states = await db.selectFrom('negotiation').select(['id', 'state']).execute();
  expect(states.map(({ state }) => state)).toEqual(['under-way']);
  expect(await db.selectFrom('mail').select('id').execute()).toEqual([]);
  expect((await verifyJournal(db)).faults).toEqual([]);
});

test('a visitor cannot have it played', async () => {
  const refused = await playNegotiation(storesOn(database.db), { kind: 'anyone' }, { municipality }, NOW);
  expect(refused).toEqual({ ok: false, refusal: { kind: 'not-allowed', act: 'import-seeds' } });
});
