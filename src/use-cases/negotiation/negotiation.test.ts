import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '#server/storage/journal.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
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
import { commentNegotiation } from './comment-negotiation.ts';
import { endNegotiation } from './end-negotiation.ts';
import { knownWords } from './known-words.ts';
import { openNegotiation } from './open-negotiation.ts';
import { proposeLocal } from './propose-local.ts';
import { reportWords, seeReports, settleReport } from './report-words.ts';
import { sayPosition } from './say-position.ts';
import { saySeveral } from './say-several.ts';
import { sayYes, takeYesBack } from './say-yes.ts';
import { sendRound } from './send-round.ts';
import { textToFreeze } from './text-to-freeze.ts';

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

async function standing(world: Negotiating) {
  const negotiation = await stores().negotiations.find(world.id);
  const edition = await stores().editions.find(EDITION);
  if (negotiation === null || edition === null) throw new Error('not there');
  return textToFreeze(negotiation, { edition, known: await knownWords(stores(), world.id) });
}

/** Ten measures and the principles, taken by both. */
async function agreeOnTen(world: Negotiating): Promise<void> {
  for (const actor of [await world.coordinator(), await world.representative()]) {
    const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((measure) => ({ kind: 'level', measure, level: 1 }) as const);
    for (const scope of [{ kind: 'principles' } as const, ...levels]) {
      const done = await saySeveral(stores(), actor, { negotiation: world.id, gesture: 'take', scope, seen: 9e9 }, NOW);
      if (!done.ok) throw new Error(`${JSON.stringify(scope)}: ${done.refusal.kind}`);
    }
  }
}

describe('freezing', () => {
  const yes = (world: Negotiating, actor: Actor, fingerprint: string) =>
    sayYes(stores(), actor, { negotiation: world.id, fingerprint }, NOW);

  test('is refused while a rule of the edition is unmet: each is told', async () => {
    const world = await negotiating(database.db);
    const { fingerprint } = await standing(world);
    const answer = await yes(world, await world.coordinator(), fingerprint);
    if (answer.ok || answer.refusal.kind !== 'text-incomplete') throw new Error('not refused');
    expect(answer.refusal.unmet.map(({ kind }) => kind)).toEqual([
      'nothing-promised',
      'too-few-measures',
      'principle-missing',
      'principle-missing',
      'principle-missing',
    ]);
  });

  test('takes both yeses to the same text; a word changed in between withdraws the first', async () => {
    const world = await negotiating(database.db);
    await agreeOnTen(world);
    const before = await standing(world);
    expect(before.unmet).toEqual([]);
    expect(await yes(world, await world.member(), before.fingerprint)).toMatchObject({ refusal: { kind: 'not-now' } });
    expect(await yes(world, await world.coordinator(), before.fingerprint)).toEqual({
      ok: true,
      value: { code: null },
    });
    const key = 'm1-1-1';
    const { version } = (await knownWords(stores(), world.id)).words.get(key)?.counterpart ?? { version: 0 };
    await say(world, await world.representative(), key, { ...taken, observation: 'Une précision.' }, version);
    const after = await standing(world);
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect(await yes(world, await world.representative(), before.fingerprint)).toMatchObject({
      refusal: { kind: 'other-text' },
    });
    expect(await yes(world, await world.representative(), after.fingerprint)).toEqual({
      ok: true,
      value: { code: null },
    });
    const frozen = await yes(world, await world.coordinator(), after.fingerprint);
    if (!frozen.ok || frozen.value.code === null) throw new Error('not frozen');
    const kept = await stores().agreedTexts.find({ code: frozen.value.code });
    const { code, frozenOn, ...text } = kept?.text ?? { code: '', frozenOn: '' };
    expect({ code, frozenOn }).toEqual({ code: frozen.value.code, frozenOn: '2026-02-10' });
    expect(text).toEqual(after.text);
    expect(await stores().negotiations.find(world.id)).toMatchObject({ state: 'frozen', frozenAt: NOW });
    expect(await say(world, await world.representative(), key, refused, version + 1)).toMatchObject({
      refusal: { kind: 'not-now', state: 'frozen' },
    });
    for (const name of [world.names.coordinator, world.names.representative]) {
      expect((await mailsTo(database.db, addressOf(name))).at(-1)).toMatchObject({ kind: 'text-frozen', code });
    }
  });

  test('both at once: one text, frozen once', async () => {
    const world = await negotiating(database.db);
    await agreeOnTen(world);
    const { fingerprint } = await standing(world);
    const answers = await Promise.all([
      yes(world, await world.coordinator(), fingerprint),
      yes(world, await world.representative(), fingerprint),
    ]);
    expect(answers.map((answer) => answer.ok && answer.value.code !== null).toSorted()).toEqual([false, true]);
    expect(await stores().agreedTexts.ofNegotiation(world.id)).toMatchObject({
      negotiation: world.id,
      reopenedAt: null,
    });
  });

  test('a yes may be taken back while it is alone', async () => {
    const world = await negotiating(database.db);
    await agreeOnTen(world);
    const { fingerprint } = await standing(world);
    await yes(world, await world.coordinator(), fingerprint);
    await takeYesBack(stores(), await world.coordinator(), { negotiation: world.id }, NOW);
    expect(await yes(world, await world.representative(), fingerprint)).toEqual({ ok: true, value: { code: null } });
  });

  test('the kept bytes are those of the hash: the table refuses any other', async () => {
    const world = await negotiating(database.db);
    await agreeOnTen(world);
    const { fingerprint } = await standing(world);
    await yes(world, await world.coordinator(), fingerprint);
    await yes(world, await world.representative(), fingerprint);
    const change = database.db
      .updateTable('agreedText')
      .set({ canonical: Buffer.from('{}') })
      .where('negotiationId', '=', world.id)
      .execute();
    await expect(change).rejects.toThrow(/check constraint/);
  });
});

test('a side ends the negotiation: the other is told why, and all stays', async () => {
  const world = await negotiating(database.db);
  await say(world, await world.representative(), 'm1-1-1', taken);
  const request = { negotiation: world.id, reason: 'Nous fusionnons.' };
  expect(await endNegotiation(stores(), await world.member(), request, NOW)).toMatchObject({
    refusal: { kind: 'not-now' },
  });
  expect(await endNegotiation(stores(), await world.representative(), request, NOW)).toEqual({ ok: true, value: null });
  expect(await stores().negotiations.find(world.id)).toMatchObject({
    state: 'ended',
    ended: { side: 'counterpart', reason: 'Nous fusionnons.' },
  });
  expect((await mailsTo(database.db, addressOf(world.names.coordinator))).at(-1)).toMatchObject({
    kind: 'negotiation-ended',
    by: 'counterpart',
  });
  expect((await said(world, 'm1-1-1')).counterpart).toEqual(taken);
});

describe('insulting words', () => {
  test('are reported, hidden with a notice by the national team, leave the text, and stay in the journal', async () => {
    const world = await negotiating(database.db);
    await say(world, await world.member(), 'm1-1-1', taken);
    await say(world, await world.representative(), 'm1-1-1', { ...taken, observation: 'Bande de clowns !' });
    const [, insult] = await stores().negotiations.sayingsOn(world.id, ['m1-1-1']);
    const target = { saying: insult?.order ?? 0 };
    const report = async (actor: Actor) =>
      reportWords(stores(), actor, { negotiation: world.id, target, reason: 'Insulte' }, NOW);
    expect(await report(await world.stranger())).toMatchObject({ refusal: { kind: 'unknown-negotiation' } });
    const reported = await report(await world.member());
    if (!reported.ok) throw new Error(reported.refusal.kind);
    expect(await report(await world.member())).toMatchObject({ refusal: { kind: 'nothing-to-report' } });
    expect((await mailsTo(database.db, addressOf(world.names.nationalTeam))).at(-1)).toMatchObject({
      kind: 'words-reported',
    });

    expect(await seeReports(stores(), await world.coordinator())).toMatchObject({ refusal: { kind: 'not-allowed' } });
    const team = await world.nationalTeam();
    const waiting = await seeReports(stores(), team);
    expect(waiting.ok && waiting.value.find(({ id }) => id === reported.value.report)).toMatchObject({
      words: ['Bande de clowns !'],
      side: 'counterpart',
    });
    const settle = { report: reported.value.report, outcome: 'hidden', notice: 'Propos insultants.' } as const;
    expect(await settleReport(stores(), await world.member(), settle, NOW)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    expect(await settleReport(stores(), team, { ...settle, notice: '' }, NOW)).toMatchObject({
      refusal: { kind: 'words-missing' },
    });
    expect(await settleReport(stores(), team, settle, NOW)).toEqual({ ok: true, value: null });
    const [, hidden] = await stores().negotiations.sayingsOn(world.id, ['m1-1-1']);
    expect(hidden).toMatchObject({ position: taken, hidden: { notice: 'Propos insultants.' } });
    const { content } = await standing(world);
    expect(JSON.stringify(content)).not.toContain('clowns');
    const history = await historyOf(database.db, { kind: 'negotiation', id: world.id });
    expect(JSON.stringify(history)).toContain('clowns');
    expect((await mailsTo(database.db, addressOf(world.names.representative))).at(-1)).toMatchObject({
      kind: 'words-hidden',
    });
  });

  test('a wording that is hidden promises nothing any more', async () => {
    const world = await negotiating(database.db);
    await say(world, await world.representative(), 'm1-1-1', { ...taken, wording: 'Des mots insultants.' });
    const [saying] = await stores().negotiations.sayingsOn(world.id, ['m1-1-1']);
    const target = { saying: saying?.order ?? 0 };
    const reported = await reportWords(
      stores(),
      await world.member(),
      { negotiation: world.id, target, reason: 'Oui' },
      NOW,
    );
    if (!reported.ok) throw new Error(reported.refusal.kind);
    const settle = { report: reported.value.report, outcome: 'hidden', notice: 'Insulte.' } as const;
    await settleReport(stores(), await world.nationalTeam(), settle, NOW);
    expect((await said(world, 'm1-1-1')).counterpart).toBeNull();
    // The side answers anew, in other words.
    expect(await say(world, await world.representative(), 'm1-1-1', taken, 1)).toMatchObject({ value: { version: 2 } });
  });

  test('a comment too; words of another negotiation cannot be reported from here', async () => {
    const world = await negotiating(database.db);
    const other = await negotiating(database.db);
    const made = await commentNegotiation(
      stores(),
      await world.representative(),
      { negotiation: world.id, measure: null, text: 'Insulte.' },
      NOW,
    );
    if (!made.ok) throw new Error(made.refusal.kind);
    const target = { comment: made.value.id };
    const request = { negotiation: other.id, target, reason: 'Oui' };
    expect(await reportWords(stores(), await other.member(), request, NOW)).toMatchObject({
      refusal: { kind: 'nothing-to-report' },
    });
    const reported = await reportWords(stores(), await world.member(), { ...request, negotiation: world.id }, NOW);
    if (!reported.ok) throw new Error(reported.refusal.kind);
    const settle = { report: reported.value.report, outcome: 'hidden', notice: 'Masqué.' } as const;
    await settleReport(stores(), await world.nationalTeam(), settle, NOW);
    expect(await stores().negotiations.comments(world.id)).toMatchObject([{ text: '', hidden: { notice: 'Masqué.' } }]);
  });
});

test('the journal of all this verifies, and holds no name', async () => {
  const { faults } = await verifyJournal(database.db);
  expect(faults).toEqual([]);
  const rows = await database.db.selectFrom('journalContent').select('says').execute();
  const world = rows.map(({ says }) => says).join('\n');
  expect(world).not.toMatch(/@example\.fr/);
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
