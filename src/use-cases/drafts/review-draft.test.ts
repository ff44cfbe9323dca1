import { expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { withTestDatabase } from '#tests/database.ts';
import { BRY, EDITION, OPERATOR, readAs, settle, THEN } from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import { storesOn } from '#server/stores.ts';
import { chooseForDraft } from './choose-for-draft.ts';
import { discardDraft, forgetExpiredDrafts } from './forget-drafts.ts';
import { listDrafts } from './list-drafts.ts';
import { DOCUMENT_BYTES_LIMIT, DRAFT_DAYS, openDraft } from './open-draft.ts';
import { publishDraft } from './publish-draft.ts';
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
const ANYONE: Actor = { kind: 'anyone' };
const DAY = 86_400_000;

async function open(words: string = crypto.randomUUID()) {
  await settle(database.db);
  const stores = storesOn(database.db);
  const reading = { ...READING, text: `${READING.text}${words}` };
  const request = { bytes: Buffer.from(reading.text), filename: '../../pacte\u202e.txt', read: readAs(reading) };
  const opened = await openDraft(stores, ANYONE, request, THEN);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const { token, draft: id } = opened.value;
  const holder: Actor = { kind: 'draft-holder', token };
  const review = (decision: unknown, { proposal = 'commitment-1', version = 0 } = {}) =>
    reviewProposal(stores, holder, { draft: { token }, proposal, version, decision }, THEN);
  const see = (now = THEN) => seeDraft(stores, holder, { draft: { token } }, now);
  return { stores, token, id, holder, review, see };
}

test('a visitor opens a draft and alone can see it, by its link', async () => {
  const { stores, token, id, see } = await open();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await see()).toMatchObject({
    ok: true,
    value: { id, state: 'open', filename: 'pacte.txt', counts: { proposals: 7, waiting: 1, decided: 0 } },
  });
  const denied = { ok: false, refusal: { kind: 'not-allowed' } };
  expect(await seeDraft(stores, ANYONE, { draft: { token } }, THEN)).toMatchObject(denied);
  expect(await seeDraft(stores, { kind: 'draft-holder', token: 'autre' }, { draft: { token } }, THEN)).toMatchObject(
    denied,
  );
  expect(await seeDraft(stores, { kind: 'draft-holder', token }, { draft: { id } }, THEN)).toMatchObject(denied);
});

test('the link itself is not kept', async () => {
  const { token } = await open();
  const dump = JSON.stringify(await database.db.selectFrom('draft').selectAll().execute());
  const journal = JSON.stringify(await database.db.selectFrom('journalContent').selectAll().execute());
  expect(dump.includes(token) || journal.includes(token)).toBe(false);
});

test('the reading stays as it was read, whatever is decided', async () => {
  const { review, see } = await open();
  const before = await see();
  expect(await review({ kind: 'to-local', text: 'Planter mille arbres', relatedMeasures: [] })).toEqual({
    ok: true,
    value: { version: 1 },
  });
  const after = await see();
  expect(after.ok && before.ok && after.value.reading).toEqual(before.ok && before.value.reading);
  expect(after).toMatchObject({ value: { counts: { waiting: 0, decided: 1 } } });
});

test('two people answer at once: one is kept, the other gets both answers back', async () => {
  const { review, see } = await open();
  const answers = await Promise.all([
    review({ kind: 'correct-commitment', observations: ['mes mots'] }),
    review({ kind: 'correct-commitment', observations: ['tes mots'] }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = answers.find((answer) => !answer.ok);
  const words = (decision: unknown): unknown => (decision as { observations: string[] }).observations[0];
  if (refused?.ok !== false || refused.refusal.kind !== 'stale-decision') throw new Error('one must be stale');
  const both = [words(refused.refusal.theirs?.decision), words(refused.refusal.yours)];
  expect(both.toSorted()).toEqual(['mes mots', 'tes mots']);
  const seen = await see();
  const kept = seen.ok && seen.value.proposals.find(({ id }) => id === 'commitment-1');
  expect(kept && kept.version).toBe(1);
});

test('earlier answers are kept under later ones', async () => {
  const { review, id } = await open();
  await review({ kind: 'refuse' });
  await review({ kind: 'undecide' }, { version: 1 });
  await review({ kind: 'confirm' }, { version: 2 });
  expect(await review({ kind: 'refuse' }, { version: 7 })).toMatchObject({ refusal: { kind: 'stale-decision' } });
  const kept = await database.db
    .selectFrom('draftDecision')
    .select('decision')
    .where('draftId', '=', id)
    .orderBy('version')
    .execute();
  expect(kept.map(({ decision }) => decision.kind)).toEqual(['refuse', 'undecide', 'confirm']);
});

test('refuses what is no decision, or not about this proposal', async () => {
  const { review } = await open();
  const malformed = { refusal: { kind: 'bad-decision', why: 'malformed' } };
  for (const decision of [null, 'confirm', {}, { kind: 'delete' }, { kind: 'confirm', also: 1 }]) {
    expect(await review(decision)).toMatchObject(malformed);
  }
  expect(await review({ kind: 'correct-commitment', observations: ['a\0b'] })).toMatchObject(malformed);
  expect(await review({ kind: 'correct-commitment', observations: ['x'.repeat(20_001)] })).toMatchObject(malformed);
  expect(await review({ kind: 'correct-axis', title: 'x' })).toMatchObject({
    refusal: { why: 'not-for-this-proposal' },
  });
  expect(await review({ kind: 'correct-commitment', measure: 99 })).toMatchObject({
    refusal: { kind: 'unknown-measure' },
  });
  expect(
    await review({ kind: 'correct-commitment', measure: 1, levels: [{ level: 7, stance: 'accepted' }] }),
  ).toMatchObject({ refusal: { kind: 'unknown-level', measure: 1, level: 7 } });
  expect(await review({ kind: 'correct-commitment', stance: 'refused' }, { proposal: 'commitment-0' })).toMatchObject({
    refusal: { why: 'stance-needs-levels' },
  });
  expect(await review({ kind: 'confirm' }, { proposal: 'commitment-9' })).toMatchObject({
    refusal: { kind: 'unknown-proposal' },
  });
});

test('chooses a place, a charter and a day that exist, one version at a time', async () => {
  const { stores, token, holder } = await open();
  const choose = (version: number, choices: Parameters<typeof chooseForDraft>[2]['choices']) =>
    chooseForDraft(stores, holder, { draft: { token }, version, choices }, THEN);
  expect(await choose(1, { place: { kind: 'municipality', code: '00000' } })).toMatchObject({
    refusal: { kind: 'unknown-place' },
  });
  expect(await choose(1, { edition: 'pacte-1789' })).toMatchObject({ refusal: { kind: 'unknown-edition' } });
  expect(await choose(1, { signedOn: '2020-02-30' })).toMatchObject({ refusal: { kind: 'not-a-day' } });
  expect(await choose(1, { termFrom: 2021 })).toMatchObject({ refusal: { kind: 'unknown-term' } });
  expect(await choose(1, { place: BRY, edition: EDITION, termFrom: 2020, signedOn: '2020-02-29' })).toMatchObject({
    ok: true,
  });
  expect(await choose(1, { place: null })).toMatchObject({
    refusal: { kind: 'stale-choices', theirs: { place: BRY, version: 2 } },
  });
});

test('ends on its last day, and then gives nothing more', async () => {
  const { see, stores, token, review } = await open();
  const end = THEN.getTime() + DRAFT_DAYS * DAY;
  expect((await see(new Date(end - 1))).ok).toBe(true);
  expect(await see(new Date(end))).toEqual({ ok: false, refusal: { kind: 'expired-draft' } });
  expect(await seeDraft(stores, ANYONE, { draft: { token } }, new Date(end))).toMatchObject({
    refusal: { kind: 'not-allowed' },
  });
  expect((await review({ kind: 'confirm' })).ok).toBe(true);
});

test('expired drafts go away with their file and the words about them; twice at once does it once', async () => {
  const { id, stores, see } = await open('lettre personnelle');
  const later = new Date(THEN.getTime() + 31 * DAY);
  const job: Actor = { kind: 'job', name: 'forget' };
  const waiting = await database.db.selectFrom('draft').select('id').where('expiresAt', '<=', later).execute();
  const answers = await Promise.all([1, 2].map(() => forgetExpiredDrafts(stores, job, {}, later)));
  expect(answers.reduce((sum, answer) => sum + (answer.ok ? answer.value.drafts : 0), 0)).toBe(waiting.length);
  expect(await see()).toEqual({ ok: false, refusal: { kind: 'unknown-draft' } });
  const files = await database.db.selectFrom('document').select('bytes').execute();
  expect(files.filter(({ bytes }) => bytes?.includes('lettre personnelle'))).toEqual([]);
  const events = await database.db
    .selectFrom('journalEvent')
    .innerJoin('journalContent as content', 'content.sequence', 'journalEvent.sequence')
    .select(['act', 'says'])
    .where('subjectKind', '=', 'draft')
    .where('subjectId', '=', String(id))
    .orderBy('journalEvent.sequence')
    .execute();
  expect(events).toEqual([
    { act: 'open-draft', says: null },
    { act: 'forget-expired', says: '{"file":true}' },
  ]);
});

test('a file that a pact uses stays when its draft goes', async () => {
  const { id, stores, token, holder } = await open();
  await chooseForDraft(stores, holder, { draft: { token }, version: 1, choices: { place: BRY } }, THEN);
  expect((await publishDraft(stores, OPERATOR, { draft: { id }, doubts: 'accept', reviewed: false }, THEN)).ok).toBe(
    true,
  );
  const draft = await stores.drafts.find({ id });
  await forgetExpiredDrafts(stores, { kind: 'job', name: 'forget' }, {}, new Date(THEN.getTime() + 31 * DAY));
  expect(await stores.drafts.find({ id })).toBeNull();
  const file = await database.db
    .selectFrom('document')
    .select('sha256')
    .where('id', '=', draft?.document ?? 0)
    .execute();
  expect(file).toHaveLength(1);
});

test('its holder can throw it away, and a published one can not be', async () => {
  const { stores, token, holder, see } = await open();
  expect(await discardDraft(stores, ANYONE, { draft: { token } }, THEN)).toMatchObject({ ok: false });
  expect((await discardDraft(stores, holder, { draft: { token } }, THEN)).ok).toBe(true);
  expect(await see()).toMatchObject({ refusal: { kind: 'unknown-draft' } });
});

test('the same file twice is kept once, and each coming is told', async () => {
  await open('même fichier');
  await open('même fichier');
  const files = await database.db
    .selectFrom('document')
    .innerJoin('documentReceipt as receipt', 'receipt.documentId', 'document.id')
    .select(['document.id', 'bytes'])
    .execute();
  const same = files.filter(({ bytes }) => bytes?.includes('même fichier'));
  expect([same.length, new Set(same.map(({ id }) => id)).size]).toEqual([2, 1]);
});

test('empty, huge and broken files are refused before anything is kept', async () => {
  const stores = storesOn(database.db);
  const reading = { ...READING, text: 'a\0b' };
  const offer = (bytes: Uint8Array) => openDraft(stores, ANYONE, { bytes, filename: 'x', read: readAs(reading) }, THEN);
  const count = async () => (await database.db.selectFrom('document').select('id').execute()).length;
  const before = await count();
  expect(await offer(new Uint8Array())).toMatchObject({ refusal: { kind: 'empty-file' } });
  expect(await offer(new Uint8Array(DOCUMENT_BYTES_LIMIT + 1))).toMatchObject({
    refusal: { kind: 'too-large' },
  });
  expect(await offer(Buffer.from('x'))).toMatchObject({ refusal: { kind: 'broken-text' } });
  expect(await count()).toBe(before);
});

test('only the operator lists drafts, and no link is told', async () => {
  const { stores } = await open();
  expect((await listDrafts(stores, ANYONE, {})).ok).toBe(false);
  const listed = await listDrafts(stores, OPERATOR, { limit: 2 });
  expect(listed.ok && listed.value[0]).toMatchObject({
    kind: 'pact',
    filename: 'pacte.txt',
    decisions: 0,
    published: null,
  });
});
