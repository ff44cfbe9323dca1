import { expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { withTestDatabase } from '#tests/database.ts';
import { BRY, readAs, settle, THEN } from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import { storesOn } from '#server/stores.ts';
import { fetchOriginal } from './fetch-original.ts';
import { openDraft } from './open-draft.ts';
import { readDraftAgain } from './read-draft-again.ts';
import { reviewProposal } from './review-proposal.ts';
import { seeDraft } from './see-draft.ts';

const database = withTestDatabase();

const READING = writePact({
  list: 'Liste relue',
  commitments: [
    { measure: 1, words: '1 – Achats', levels: { 1: 'accepted' } },
    { measure: null, words: 'Planter 1 000 arbres', confidence: 0.3 },
  ],
  unread: ['Passage que personne n’a pris'],
});

async function open() {
  await settle(database.db);
  const stores = storesOn(database.db);
  const request = { bytes: Buffer.from(READING.text), filename: 'pacte.txt', place: BRY, read: readAs(READING) };
  const opened = await openDraft(stores, { kind: 'anyone' }, request, THEN);
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const { token } = opened.value;
  const holder: Actor = { kind: 'draft-holder', token };
  const say = (proposal: string, decision: unknown) =>
    reviewProposal(stores, holder, { draft: { token }, proposal, version: 0, decision }, THEN);
  return { stores, token, holder, say };
}

test('another charter gives a new draft, with the answers that still hold', async () => {
  const { stores, token, holder, say } = await open();
  await say('signatory', { kind: 'correct-signatory', listName: 'Autre nom', leader: null });
  await say('commitment-0', { kind: 'correct-commitment', levels: [] });
  await say('unread-0', { kind: 'confirm' });
  const request = { draft: { token }, charter: 'coorace-2020', read: readAs({ ...READING, charter: 'coorace-2020' }) };
  const again = await readDraftAgain(stores, holder, request, THEN);
  if (!again.ok) throw new Error(JSON.stringify(again.refusal));
  expect(again.value).toMatchObject({ carried: 2, left: 1 });
  const seen = await seeDraft(
    stores,
    { kind: 'draft-holder', token: again.value.token },
    { draft: { token: again.value.token } },
    THEN,
  );
  expect(seen).toMatchObject({ value: { choices: { edition: 'coorace-2020', place: BRY }, counts: { decided: 2 } } });
});

test('the first draft stays as it was', async () => {
  const { stores, token, holder, say } = await open();
  await say('commitment-0', { kind: 'confirm' });
  const before = await seeDraft(stores, holder, { draft: { token } }, THEN);
  const read = readAs({ ...READING, charter: 'coorace-2020' });
  await readDraftAgain(stores, holder, { draft: { token }, charter: 'coorace-2020', read }, THEN);
  expect(await seeDraft(stores, holder, { draft: { token } }, THEN)).toEqual(before);
});

test('nobody without the link has it read again, nor takes its file', async () => {
  const { stores, token } = await open();
  const denied = { ok: false, refusal: { kind: 'not-allowed' } };
  const request = { draft: { token }, charter: 'coorace-2020', read: readAs(READING) };
  expect(await readDraftAgain(stores, { kind: 'anyone' }, request, THEN)).toMatchObject(denied);
  expect(await fetchOriginal(stores, { kind: 'anyone' }, { draft: { token } }, THEN)).toMatchObject(denied);
});

test('the holder takes the file as it came', async () => {
  const { stores, token, holder } = await open();
  const file = await fetchOriginal(stores, holder, { draft: { token } }, THEN);
  expect(file.ok && Buffer.from(file.value.bytes).toString()).toBe(READING.text);
  expect(file).toMatchObject({ value: { filename: 'pacte.txt', mediaType: 'text/plain' } });
});
