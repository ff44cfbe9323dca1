import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '#server/storage/journal.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { later, negotiating, NOW, standingList, type Negotiating } from '#tests/negotiating.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { BRY, CHAMPIGNY, EDITION, publish, settle } from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import type { Actor } from '#domain/access/gate.ts';
import type { Position } from '#domain/negotiation/position.ts';
import { AS_PROPOSED } from '#domain/negotiation/several-at-once.ts';
import { answerRequest } from './answer-request.ts';
import { askCounterpart } from './ask-counterpart.ts';
import { knownWords } from './known-words.ts';
import { openNegotiation } from './open-negotiation.ts';
import { sayPosition } from './say-position.ts';

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

describe('opening', () => {
  test('needs a member of an active collective, and one of its places', async () => {
    const world = await negotiating(database.db, { stage: 'prepared' });
    const counterpart = { list: await standingList(database.db, 'Une autre liste (exemple)') };
    const request = {
      collective: world.collective,
      counterpart,
      edition: EDITION,
      start: { kind: 'nothing' },
    } as const;
    expect(await openNegotiation(stores(), await world.stranger(), request, NOW)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    expect(
      await openNegotiation(stores(), await world.member(), { ...request, counterpart: { council: BRY } }, NOW),
    ).toMatchObject({ refusal: { kind: 'counterpart-elsewhere' } });
    expect(
      await openNegotiation(stores(), await world.member(), { ...request, edition: 'inconnue' }, NOW),
    ).toMatchObject({ refusal: { kind: 'unknown-edition' } });
    expect(await openNegotiation(stores(), await world.member(), request, NOW)).toMatchObject({ ok: true });
    // A council promises once elected.
    expect(
      await openNegotiation(stores(), await world.member(), { ...request, counterpart: { council: CHAMPIGNY } }, NOW),
    ).toMatchObject({ ok: true });
  });

  test('twice with the same list is refused', async () => {
    const world = await negotiating(database.db, { stage: 'prepared' });
    const request = {
      collective: world.collective,
      counterpart: { list: world.list },
      edition: EDITION,
      start: { kind: 'nothing' },
    } as const;
    expect(await openNegotiation(stores(), await world.member(), request, NOW)).toMatchObject({
      refusal: { kind: 'already-negotiating' },
    });
  });

  test('from nothing asks the principles that every pact needs', async () => {
    const world = await negotiating(database.db, { stage: 'prepared' });
    const sayings = await stores().negotiations.lastSayings(world.id);
    expect(sayings.map(({ item, side, origin }) => [item, side, origin])).toEqual([
      ['pA', 'carrier', 'start'],
      ['pB', 'carrier', 'start'],
      ['pC', 'carrier', 'start'],
    ]);
  });

  test('from the priorities of the collective asks those, its local measures included', async () => {
    const world = await negotiating(database.db, { stage: 'prepared' });
    const local = await stores().priorities.writeLocal({
      collective: world.collective,
      text: 'Une fête du vélo (exemple).',
      edition: EDITION,
      relatedMeasures: [15],
      at: NOW,
    });
    await stores().priorities.setPriorities(world.collective, [
      { edition: EDITION, kind: 'measure', measure: 15 },
      { edition: EDITION, kind: 'local', localMeasure: local.id },
    ]);
    const list = await standingList(database.db, 'La liste des priorités (exemple)');
    const request = { collective: world.collective, counterpart: { list }, edition: EDITION } as const;
    const opened = await openNegotiation(
      stores(),
      await world.member(),
      { ...request, start: { kind: 'priorities' } },
      NOW,
    );
    if (!opened.ok) throw new Error(opened.refusal.kind);
    const { words, locals } = await knownWords(stores(), opened.value.id);
    expect([...words.keys()].every((key) => /^(p|m15-|l1$)/.test(key))).toBe(true);
    expect(words.get('m15-1-1')?.carrier?.position).toEqual(taken);
    expect(locals).toEqual([
      {
        number: 1,
        side: 'carrier',
        text: 'Une fête du vélo (exemple).',
        relatedMeasures: [15],
        localMeasure: local.id,
      },
    ]);
  });

  test('from a pact read here: what it says becomes the first answers of the list', async () => {
    const pact = await publish(
      database.db,
      CHAMPIGNY,
      writePact({
        list: 'Liste lue (exemple)',
        commitments: [{ measure: 1, words: '1', levels: { 1: 'accepted', 2: 'refused' }, observations: ['Dès 2021.'] }],
      }),
    );
    const world = await negotiating(database.db, { stage: 'prepared', start: { kind: 'document', from: { pact } } });
    expect((await said(world, 'm1-1-1')).counterpart).toEqual(taken);
    expect((await said(world, 'm1-2-1')).counterpart).toEqual(refused);
    expect((await said(world, 'r1')).counterpart).toMatchObject({ stance: null, observation: 'Dès 2021.' });
    expect((await said(world, 'pA')).carrier).toEqual(taken);
  });

  test('from the pact of the mandate before: what it promised is asked again, its refusals are not', async () => {
    const pact = await publish(
      database.db,
      CHAMPIGNY,
      writePact({
        list: 'Liste sortante (exemple)',
        commitments: [{ measure: 2, words: '2', levels: { 1: 'accepted', 2: 'refused' }, observations: [] }],
      }),
    );
    const world = await negotiating(database.db, { stage: 'prepared', start: { kind: 'previous-pact', pact } });
    expect((await said(world, 'm2-1-1')).carrier).toEqual(taken);
    expect(await said(world, 'm2-2-1')).toEqual({ carrier: null, counterpart: null });
    const stored = await stores().negotiations.find(world.id);
    expect(stored?.startingPoint).toEqual({ kind: 'previous-pact', pact });
  });

  test('from a pact of another place is refused', async () => {
    const pact = await publish(database.db, BRY, writePact({ list: 'De Bry (exemple)', commitments: [] }));
    const world = await negotiating(database.db, { stage: 'prepared' });
    const list = await standingList(database.db, 'Une liste de plus (exemple)');
    const request = { collective: world.collective, counterpart: { list }, edition: EDITION } as const;
    expect(
      await openNegotiation(
        stores(),
        await world.member(),
        { ...request, start: { kind: 'document', from: { pact } } },
        NOW,
      ),
    ).toMatchObject({ refusal: { kind: 'document-unfit', why: 'place' } });
  });
});

describe('asking the list', () => {
  test('writes to its public address and to its representatives, once a day at most', async () => {
    const world = await negotiating(database.db, { stage: 'prepared' });
    const ask = (at: Date) =>
      world
        .coordinator()
        .then((actor) =>
          askCounterpart(stores(), actor, { negotiation: world.id, how: 'mail', email: ' tete@liste.example ' }, at),
        );
    expect(await ask(NOW)).toEqual({ ok: true, value: { mails: 3 } });
    expect(await mailsTo(database.db, 'tete@liste.example')).toMatchObject([
      { kind: 'negotiation-asked', again: false, path: `/negociations/${world.id}/rejoindre` },
    ]);
    expect(await ask(later(60))).toMatchObject({ refusal: { kind: 'asked-just-now' } });
    expect(await ask(later(24 * 60))).toMatchObject({ ok: true });
    expect((await mailsTo(database.db, 'tete@liste.example')).at(-1)).toMatchObject({ again: true });
    const stored = await stores().negotiations.find(world.id);
    expect(stored).toMatchObject({ state: 'asked', askedAt: NOW });
    // The address is in the mail and nowhere else.
    const history = await historyOf(database.db, { kind: 'negotiation', id: world.id });
    expect(JSON.stringify(history)).not.toContain('tete@');
  });

  test('before it, the list sees nothing; a stranger never does', async () => {
    const world = await negotiating(database.db, { stage: 'prepared' });
    for (const actor of [await world.representative(), await world.stranger(), { kind: 'anyone' } as const]) {
      expect(await say(world, actor, 'm1-1-1', taken)).toMatchObject({ refusal: { kind: 'unknown-negotiation' } });
    }
  });

  test('the list declines with a reason, and may change its mind', async () => {
    const world = await negotiating(database.db, { stage: 'asked' });
    const answer = async (answer: 'accept' | 'decline', reason = '') =>
      answerRequest(stores(), await world.representative(), { negotiation: world.id, answer, reason }, NOW);
    expect(await answer('decline')).toMatchObject({ refusal: { kind: 'words-missing' } });
    expect(await answer('decline', 'Pas le temps.')).toEqual({ ok: true, value: null });
    expect(await stores().negotiations.find(world.id)).toMatchObject({
      state: 'declined',
      declined: { reason: 'Pas le temps.' },
    });
    expect(await say(world, await world.representative(), 'm1-1-1', taken)).toMatchObject({
      refusal: { kind: 'not-now', state: 'declined' },
    });
    expect((await mailsTo(database.db, addressOf(world.names.coordinator))).at(-1)).toMatchObject({
      kind: 'negotiation-declined',
    });
    expect(await answer('accept')).toMatchObject({ ok: true });
    expect(await stores().negotiations.find(world.id)).toMatchObject({ state: 'under-way', declined: null });
  });
});
