import { beforeAll, describe, expect, test } from 'vitest';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { later, negotiating, NOW, type Negotiating } from '#tests/negotiating.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { settle } from '#tests/world.ts';
import type { Actor } from '#domain/access/gate.ts';
import type { Position } from '#domain/negotiation/position.ts';
import { AS_PROPOSED } from '#domain/negotiation/several-at-once.ts';
import { exportAccount } from '../accounts/own-account.ts';
import { answerRequest } from './answer-request.ts';
import { commentNegotiation } from './comment-negotiation.ts';
import { knownWords } from './known-words.ts';
import { proposeLocal } from './propose-local.ts';
import { sayPosition } from './say-position.ts';
import { saySeveral } from './say-several.ts';
import { sendRound } from './send-round.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const taken = AS_PROPOSED;
const refused: Position = { ...taken, stance: { kind: 'refused' } };

beforeAll(async () => {
  await settle(database.db);
});

const say = (world: Negotiating, actor: Actor, item: string, position: Position | null, version = 0, at = NOW) =>
  sayPosition(stores(), actor, { negotiation: world.id, item, version, position }, at);

async function said(world: Negotiating, item: string) {
  const { words } = await knownWords(stores(), world.id);
  const last = words.get(item);
  return { carrier: last?.carrier?.position ?? null, counterpart: last?.counterpart?.position ?? null };
}

describe('answering', () => {
  test('both sides speak of one clause, and agree', async () => {
    const world = await negotiating(database.db);
    const reworded: Position = {
      ...taken,
      wording: 'Servir du bio, un jour sur deux.',
      observation: 'Dès la rentrée.',
    };
    expect(await say(world, await world.member(), 'm1-1-1', taken)).toEqual({ ok: true, value: { version: 1 } });
    expect(await say(world, await world.representative(), 'm1-1-1', reworded)).toEqual({
      ok: true,
      value: { version: 1 },
    });
    expect(await say(world, await world.coordinator(), 'm1-1-1', { ...reworded, observation: null }, 1)).toEqual({
      ok: true,
      value: { version: 2 },
    });
    expect(await said(world, 'm1-1-1')).toEqual({
      carrier: { ...reworded, observation: null },
      counterpart: reworded,
    });
  });

  test('a person reads their own words again in the copy of what is kept of them, and nobody else’s', async () => {
    const world = await negotiating(database.db);
    const [member, other] = [await world.member(), await world.representative()];
    await say(world, member, 'm1-1-1', { ...taken, wording: 'Des mots à moi.' });
    await say(world, other, 'm1-1-1', { ...taken, wording: 'Des mots d’en face.' });
    const copy = await exportAccount(stores(), member, { person: member.id });
    const text = JSON.stringify(copy.ok ? copy.value : null);
    expect(text).toContain('Des mots à moi.');
    expect(text).not.toContain('Des mots d’en face.');
  });

  test('two people of one side at once: the second is given both texts, and neither is lost', async () => {
    const world = await negotiating(database.db);
    const [coordinator, member] = [await world.coordinator(), await world.member()];
    const mine: Position = { ...taken, wording: 'Mes mots à moi.' };
    const other: Position = { ...taken, wording: 'D’autres mots.' };
    const answers = await Promise.all([say(world, coordinator, 'm1-1-1', mine), say(world, member, 'm1-1-1', other)]);
    const late = answers.find(({ ok }) => !ok);
    if (late === undefined || late.ok || late.refusal.kind !== 'stale-position') throw new Error('both were kept');
    const kept = (await said(world, 'm1-1-1')).carrier;
    expect([late.refusal.theirs?.position?.wording, late.refusal.yours?.wording].toSorted()).toEqual(
      [mine.wording, other.wording].toSorted(),
    );
    expect(late.refusal.theirs?.position).toEqual(kept);
    // Sent again on top of what was read, it is the next version.
    expect(await say(world, member, 'm1-1-1', late.refusal.yours, 1)).toMatchObject({ value: { version: 2 } });
    const history = await stores().negotiations.sayingsOn(world.id, ['m1-1-1']);
    expect(history.map(({ position }) => position?.wording).toSorted()).toEqual(
      [mine.wording, other.wording].toSorted(),
    );
  });

  test('the same answer sent twice is kept once', async () => {
    const world = await negotiating(database.db);
    const actor = await world.representative();
    expect(await say(world, actor, 'm1-1-1', { ...taken, observation: 'Oui.' })).toMatchObject({
      value: { version: 1 },
    });
    expect(await say(world, actor, 'm1-1-1', { ...taken, observation: ' Oui. ' })).toMatchObject({
      value: { version: 1 },
    });
    expect(await stores().negotiations.sayingsOn(world.id, ['m1-1-1'])).toHaveLength(1);
  });

  test('what the edition does not have is refused, and so is a remark that promises', async () => {
    const world = await negotiating(database.db);
    const actor = await world.representative();
    for (const item of ['m99', 'm1-1-99', 'l7', 'pZ', 'nimporte quoi', 'm1']) {
      expect(await say(world, actor, item, taken)).toMatchObject({ refusal: { kind: 'unknown-item' } });
    }
    expect(await say(world, actor, 'r1', taken)).toMatchObject({ refusal: { kind: 'unknown-item' } });
    expect(await say(world, actor, 'r1', { ...taken, stance: null, observation: 'Oui !' })).toMatchObject({ ok: true });
  });

  test('a representative who left answers no more; the words stay', async () => {
    const world = await negotiating(database.db);
    await say(world, await world.representative(), 'm1-1-1', taken);
    await database.db.deleteFrom('listRepresentative').where('listId', '=', world.list).execute();
    expect(await say(world, await world.representative(), 'm1-1-1', refused, 1)).toMatchObject({
      refusal: { kind: 'unknown-negotiation' },
    });
    expect((await said(world, 'm1-1-1')).counterpart).toEqual(taken);
  });

  test('a whole level, a whole measure, all that the other said: in one gesture', async () => {
    const world = await negotiating(database.db);
    const several = async (
      actor: Actor,
      request: Pick<Parameters<typeof saySeveral>[2], 'gesture' | 'scope' | 'seen'>,
    ) => saySeveral(stores(), actor, { negotiation: world.id, ...request }, NOW);
    const carrier = await world.member();
    const list = await world.representative();
    const measure = { kind: 'measure', measure: 1 } as const;
    const all = await several(carrier, { gesture: 'take', scope: measure, seen: 0 });
    expect(all.ok && all.value.items).toBeGreaterThan(2);
    expect(
      await several(list, { gesture: 'take', scope: { kind: 'level', measure: 1, level: 2 }, seen: 0 }),
    ).toMatchObject({
      ok: true,
    });
    expect((await said(world, 'm1-1-1')).counterpart).toBeNull();
    await say(world, list, 'm1-1-1', refused);
    const newest = Math.max(...(await stores().negotiations.lastSayings(world.id)).map(({ order }) => order));
    // The list changes its mind while the collective reads: nothing is accepted unseen.
    await say(world, list, 'm1-1-1', { ...refused, observation: 'Ni plus tard.' }, 1);
    expect(await several(carrier, { gesture: 'accept', scope: measure, seen: newest })).toMatchObject({
      refusal: { kind: 'spoken-since' },
    });
    expect(await several(carrier, { gesture: 'accept', scope: measure, seen: newest + 1 })).toMatchObject({
      value: { items: 1 },
    });
    expect((await said(world, 'm1-1-1')).carrier).toEqual(refused);
    expect(await several(carrier, { gesture: 'take-back', scope: measure, seen: newest + 99 })).toMatchObject({
      ok: true,
    });
    expect((await said(world, 'm1-1-1')).carrier).toBeNull();
  });

  test('a local measure is proposed by either side, once', async () => {
    const world = await negotiating(database.db);
    const propose = async (text: string, relatedMeasures: readonly number[] = []) =>
      proposeLocal(stores(), await world.representative(), { negotiation: world.id, text, relatedMeasures }, NOW);
    expect(await propose(' Un  verger partagé. ', [7, 7, 99])).toEqual({ ok: true, value: { number: 1 } });
    expect(await propose('Un verger partagé.')).toMatchObject({ refusal: { kind: 'local-twice', number: 1 } });
    expect(await propose('  ')).toMatchObject({ refusal: { kind: 'local-missing' } });
    expect(await propose('a'.repeat(4001))).toMatchObject({ refusal: { kind: 'words-too-long' } });
    expect(await stores().negotiations.locals(world.id)).toMatchObject([
      { number: 1, text: 'Un verger partagé.', relatedMeasures: [7], side: 'counterpart' },
    ]);
    expect(await say(world, await world.member(), 'l1', { ...taken, wording: 'Deux vergers partagés.' })).toMatchObject(
      {
        ok: true,
      },
    );
  });

  test('on paper: the collective writes down what the list said, until somebody of the list comes', async () => {
    const world = await negotiating(database.db, { stage: 'asked' });
    const coordinator = await world.coordinator();
    const paper = { negotiation: world.id, forCounterpart: true } as const;
    const answer = { ...paper, answer: 'accept', reason: '' } as const;
    expect(await answerRequest(stores(), await world.member(), answer, NOW)).toMatchObject({
      refusal: { kind: 'not-now' },
    });
    expect(await answerRequest(stores(), coordinator, answer, NOW)).toMatchObject({ ok: true });
    const request = { ...paper, item: 'm1-1-1', version: 0, position: taken };
    expect(await sayPosition(stores(), coordinator, request, NOW)).toMatchObject({ ok: true });
    const [saying] = await stores().negotiations.sayingsOn(world.id, ['m1-1-1']);
    expect(saying).toMatchObject({ side: 'counterpart', origin: 'reported' });
    await say(world, await world.representative(), 'm1-1-1', refused, 1);
    expect(await sayPosition(stores(), coordinator, { ...request, version: 2 }, NOW)).toMatchObject({
      refusal: { kind: 'counterpart-is-here' },
    });
  });
});

describe('rounds and comments', () => {
  test('a round counts the answers since the one before, is dated, and tells the other side', async () => {
    const world = await negotiating(database.db);
    const list = await world.representative();
    const send = (at: Date, words = '') => sendRound(stores(), list, { negotiation: world.id, words }, at);
    expect(await send(NOW)).toMatchObject({ refusal: { kind: 'nothing-to-send' } });
    await say(world, list, 'm1-1-1', taken, 0, later(1));
    await say(world, list, 'm1-1-1', refused, 1, later(2));
    await say(world, list, 'm2-1-1', taken, 0, later(2));
    expect(await send(later(3), 'Voici nos premières réponses.')).toEqual({ ok: true, value: { number: 1 } });
    expect(await send(later(4), 'Encore')).toMatchObject({ refusal: { kind: 'sent-just-now' } });
    expect(await send(later(30))).toMatchObject({ refusal: { kind: 'nothing-to-send' } });
    await say(world, list, 'm1-1-1', taken, 2, later(40));
    expect(await send(later(41))).toEqual({ ok: true, value: { number: 2 } });
    expect(await stores().negotiations.rounds(world.id)).toMatchObject([
      { number: 1, side: 'counterpart', answers: 2, words: 'Voici nos premières réponses.', sentAt: later(3) },
      { number: 2, answers: 1, words: null },
    ]);
    for (const name of [world.names.coordinator, world.names.member]) {
      expect((await mailsTo(database.db, addressOf(name))).filter(({ kind }) => kind === 'round-sent')).toHaveLength(2);
    }
    expect(await mailsTo(database.db, addressOf(world.names.representative))).not.toContainEqual(
      expect.objectContaining({ kind: 'round-sent' }),
    );
  });

  test('a comment sent twice is one comment; of a measure that is not there, none', async () => {
    const world = await negotiating(database.db);
    const comment = async (text: string, measure: number | null = 3) =>
      commentNegotiation(stores(), await world.member(), { negotiation: world.id, measure, text }, NOW);
    const first = await comment('On en parle jeudi ?');
    expect(await comment('On en parle jeudi ?')).toEqual(first);
    expect(await comment('', 3)).toMatchObject({ refusal: { kind: 'words-missing' } });
    expect(await comment('Bonjour', 99)).toMatchObject({ refusal: { kind: 'unknown-item' } });
    expect(await stores().negotiations.comments(world.id)).toMatchObject([
      { measure: 3, side: 'carrier', text: 'On en parle jeudi ?', hidden: null },
    ]);
  });
});

test('asking for the whole charter fills the silences, and replaces nothing that was said', async () => {
  const world = await negotiating(database.db);
  const carrier = await world.member();
  await say(world, carrier, 'm1-1-1', { ...taken, wording: 'Nos mots à nous.' });
  const request = { negotiation: world.id, gesture: 'take', scope: { kind: 'everything' }, seen: 0 } as const;
  expect(await saySeveral(stores(), carrier, request, NOW)).toMatchObject({ ok: true });
  expect((await said(world, 'm1-1-1')).carrier).toEqual({ ...taken, wording: 'Nos mots à nous.' });
  expect((await said(world, 'm32-1-1')).carrier).toEqual(taken);
  expect(await saySeveral(stores(), carrier, request, NOW)).toEqual({ ok: true, value: { items: 0 } });
});
