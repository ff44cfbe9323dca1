import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '#server/storage/journal.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { negotiating, NOW, type Negotiating } from '#tests/negotiating.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { EDITION, settle } from '#tests/world.ts';
import type { Actor } from '#domain/access/gate.ts';
import type { Position } from '#domain/negotiation/position.ts';
import { AS_PROPOSED } from '#domain/negotiation/several-at-once.ts';
import { commentNegotiation } from './comment-negotiation.ts';
import { endNegotiation } from './end-negotiation.ts';
import { knownWords } from './known-words.ts';
import { reportWords, seeReports, settleReport } from './report-words.ts';
import { sayPosition } from './say-position.ts';
import { saySeveral } from './say-several.ts';
import { sayYes, takeYesBack } from './say-yes.ts';
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
