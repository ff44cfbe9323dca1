import { beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { OPERATOR, readAs, settle, THEN } from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import type { Actor } from '#domain/access/gate.ts';
import { historyOf } from '#server/storage/journal.ts';
import { storesOn } from '#server/stores.ts';
import { attachPassage } from './attach-passage.ts';
import { openDraft } from './open-draft.ts';
import { reviewProposal } from './review-proposal.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);

beforeAll(async () => {
  await settle(database.db);
});

async function open() {
  const reading = writePact({
    list: 'Une liste',
    commitments: [{ measure: 1, words: '1', levels: { 1: 'accepted' }, observations: ['Oui.'] }],
    unread: ['Sous réserve du budget.', 'Et des travaux.'],
  });
  const opened = await openDraft(
    stores(),
    OPERATOR,
    { bytes: Buffer.from(reading.text), filename: 'pacte.txt', read: readAs(reading) },
    THEN,
  );
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const { draft: id, token } = opened.value;
  const holder: Actor = { kind: 'draft-holder', token };
  return {
    id,
    attach: (passage: string, wish: { version?: number; commitment?: string; actor?: Actor } = {}) => {
      const { version = 0, commitment = 'commitment-0', actor = holder } = wish;
      return attachPassage(stores(), actor, { draft: { token }, passage, version, commitment }, THEN);
    },
    review: (proposal: string, decision: unknown, version = 0) =>
      reviewProposal(stores(), holder, { draft: { token }, proposal, version, decision }, THEN),
    decisions: async () =>
      Object.fromEntries(
        (await stores().drafts.decisions(id)).map(({ proposal, version, decision }) => [
          proposal,
          { version, decision },
        ]),
      ),
  };
}

test('the words go to the observations, and the passage is answered: one act, one event', async () => {
  const { id, attach, decisions } = await open();
  expect(await attach('unread-0')).toEqual({ ok: true, value: { version: 1 } });
  expect(await decisions()).toEqual({
    'commitment-0': {
      version: 1,
      decision: { kind: 'correct-commitment', observations: ['Oui.', 'Sous réserve du budget.'] },
    },
    'unread-0': { version: 1, decision: { kind: 'confirm' } },
  });
  const history = await historyOf(database.db, { kind: 'draft', id });
  expect(history.map(({ act }) => act)).toEqual(['open-draft', 'attach-passage']);
  expect(history[1]?.says).toMatchObject({ answers: [{ proposal: 'commitment-0' }, { proposal: 'unread-0' }] });
});

test('a second passage comes after the first, and what was corrected before stays', async () => {
  const { attach, review, decisions } = await open();
  await review('commitment-0', { kind: 'correct-commitment', measure: 2, levels: [{ level: 1, stance: 'partial' }] });
  await attach('unread-0');
  await attach('unread-1');
  expect((await decisions())['commitment-0']).toEqual({
    version: 3,
    decision: {
      kind: 'correct-commitment',
      measure: 2,
      levels: [{ level: 1, stance: 'partial' }],
      observations: ['Oui.', 'Sous réserve du budget.', 'Et des travaux.'],
    },
  });
});

test('both passages attached at once: none is lost', async () => {
  const { attach, decisions } = await open();
  const answers = await Promise.all([attach('unread-0'), attach('unread-1')]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const { decision } = (await decisions())['commitment-0'] ?? {};
  expect(decision?.kind === 'correct-commitment' && decision.observations?.toSorted()).toEqual([
    'Et des travaux.',
    'Oui.',
    'Sous réserve du budget.',
  ]);
});

test('when the passage was answered meanwhile nothing is added anywhere', async () => {
  const { attach, review, decisions } = await open();
  await review('unread-0', { kind: 'to-local', text: 'Sous réserve du budget.', relatedMeasures: [] });
  const before = await decisions();
  expect(await attach('unread-0')).toMatchObject({
    ok: false,
    refusal: { kind: 'stale-decision', theirs: { decision: { kind: 'to-local' } } },
  });
  expect(await decisions()).toEqual(before);
});

test('a passage is not attached to what was refused, nor to what is no commitment; nothing is kept of it', async () => {
  const { attach, review, decisions } = await open();
  await review('commitment-0', { kind: 'refuse' });
  const before = await decisions();
  expect(await attach('unread-0')).toMatchObject({ refusal: { kind: 'bad-decision', why: 'not-for-this-proposal' } });
  expect(await attach('unread-0', { commitment: 'principle-0' })).toMatchObject({
    refusal: { kind: 'unknown-proposal' },
  });
  expect(await attach('commitment-0')).toMatchObject({ refusal: { kind: 'unknown-proposal' } });
  expect(await attach('unread-0', { actor: { kind: 'anyone' } })).toMatchObject({ refusal: { kind: 'not-allowed' } });
  expect(await decisions()).toEqual(before);
});

test('observations that would be too many are refused, and the passage still waits', async () => {
  const { attach, review, decisions } = await open();
  const observations = Array.from({ length: 200 }, (_, index) => `n° ${index}`);
  await review('commitment-0', { kind: 'correct-commitment', observations });
  expect(await attach('unread-0')).toMatchObject({ refusal: { kind: 'bad-decision', why: 'malformed' } });
  expect(Object.keys(await decisions())).toEqual(['commitment-0']);
});
