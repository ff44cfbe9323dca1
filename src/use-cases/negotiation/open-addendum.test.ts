import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import type { Position } from '#domain/negotiation/position.ts';
import type { Side } from '#domain/signature/side.ts';
import { historyOf } from '#server/storage/journal.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { publicNegotiations } from '#server/storage/public-negotiations.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { begun, frozenAddendum, signedAddendum } from '#tests/addendum-world.ts';
import { completeText, frozenText, type FrozenText } from '#tests/signing-world.ts';
import { fakeSeal } from '#tests/signed-somewhere.ts';
import { EDITION, settle } from '#tests/world.ts';
import { cancelSigning } from '../signature/cancel-signing.ts';
import { renounce } from '../signature/renounce.ts';
import { sealText } from '../signature/seal-text.ts';
import { knownWords } from './known-words.ts';
import { openAddendum } from './open-addendum.ts';
import { openNegotiation } from './open-negotiation.ts';
import { sayPosition } from './say-position.ts';
import { sayYes } from './say-yes.ts';
import { textToFreeze } from './text-to-freeze.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const JOB = { kind: 'job', name: 'seal-texts' } as const;

beforeAll(async () => {
  await settle(database.db);
});

const open = async (actor: Actor, { code, now }: Pick<FrozenText, 'code' | 'now'>, at = now) =>
  openAddendum(stores(), actor, { code }, at);

async function standing(id: number) {
  const negotiation = await stores().negotiations.find(id);
  const edition = await stores().editions.find(EDITION);
  if (negotiation === null || edition === null) throw new Error('not there');
  return textToFreeze(negotiation, { edition, known: await knownWords(stores(), id) });
}

/** Either side's next words on the first local measure. */
async function sayLocal(
  { id, side, signed }: { readonly id: number; readonly side: Side; readonly signed: FrozenText },
  position: Position | null,
): Promise<void> {
  const actor = side === 'carrier' ? await signed.member() : await signed.representative();
  const version = (await knownWords(stores(), id)).words.get('l1')?.[side]?.version ?? 0;
  const saying = { negotiation: id, item: 'l1', version, position };
  const done = await sayPosition(stores(), actor, saying, signed.now);
  if (!done.ok) throw new Error(done.refusal.kind);
}

describe('opening an addendum', () => {
  test('begins with all that was signed, agreed on both sides: as it is, it would say the same to the letter', async () => {
    const text = {
      localMeasures: [
        {
          number: 3,
          text: 'Une maison du vélo (exemple).',
          stance: { kind: 'accepted' },
          relatedMeasures: [15],
          observation: 'Dès 2027.',
        },
      ],
    } as const;
    const signed = await completeText(database.db, { changes: text });
    const opened = await open(await signed.member(), signed);
    if (!opened.ok) throw new Error(opened.refusal.kind);
    const stored = await stores().negotiations.find(opened.value.id);
    expect(stored).toMatchObject({
      state: 'prepared',
      collective: { id: signed.collective },
      counterpart: { kind: 'list', list: signed.list },
      term: signed.text.term,
      addendumTo: { code: signed.code, sha256: signed.sha256 },
      startingPoint: { kind: 'signed-text', code: signed.code },
    });
    const { content, text: draft, unmet, leftOut } = await standing(opened.value.id);
    const { principles, measures, localMeasures } = signed.text;
    expect(content).toEqual({ principles, measures, localMeasures });
    expect(draft.addendumTo).toEqual({ code: signed.code, sha256: signed.sha256 });
    expect({ unmet, leftOut }).toEqual({
      unmet: [],
      leftOut: { principles: [], measures: [], localMeasures: [] },
    });
    const [event] = await historyOf(database.db, { kind: 'negotiation', id: opened.value.id });
    expect(event).toMatchObject({ act: 'open-addendum', actor: 'collective-member' });
  });

  test('is for the collective of the text, once all signed; to others the text says nothing more', async () => {
    const waiting = await frozenText(database.db);
    expect(await open(await waiting.coordinator(), waiting)).toMatchObject({
      refusal: { kind: 'wrong-state', state: 'waiting' },
    });
    const signed = await completeText(database.db);
    const other = await completeText(database.db);
    for (const actor of [
      await signed.representative(),
      await signed.stranger(),
      await other.coordinator(),
      { kind: 'anyone' } as const,
    ]) {
      expect(await open(actor, signed)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    }
    expect(await open(await signed.coordinator(), { code: '0123456789', now: signed.now })).toMatchObject({
      refusal: { kind: 'unknown-text' },
    });
  });

  test('is refused for what a side renounced, after the mandate, and to a collective that is closed', async () => {
    const renounced = await completeText(database.db);
    const said = { code: renounced.code, reason: 'Budget (exemple).' };
    await renounce(stores(), await renounced.representative(), said, renounced.now);
    expect(await open(await renounced.coordinator(), renounced)).toMatchObject({ refusal: { kind: 'renounced-text' } });

    const signed = await completeText(database.db);
    const late = new Date('2032-07-02T10:00:00Z');
    expect(await open(await signed.coordinator(), signed, late)).toMatchObject({
      refusal: { kind: 'term-over', to: 2032 },
    });
    await database.db
      .updateTable('collective')
      .set({ state: 'dormant', dormantSince: signed.now })
      .where('id', '=', signed.collective)
      .execute();
    expect(await open(await signed.coordinator(), signed)).toMatchObject({
      refusal: { kind: 'collective-not-active' },
    });
  });

  test('two at once open one; nor is one opened beside another negotiation of the same two', async () => {
    const signed = await completeText(database.db);
    const both = await Promise.all([open(await signed.member(), signed), open(await signed.coordinator(), signed)]);
    expect(both.map((one) => (one.ok ? 'opened' : one.refusal.kind)).toSorted()).toEqual([
      'addendum-under-way',
      'opened',
    ]);
    const busy = await completeText(database.db);
    const request = {
      collective: busy.collective,
      counterpart: { list: busy.list },
      edition: EDITION,
      start: { kind: 'nothing' },
    } as const;
    const first = await openNegotiation(stores(), await busy.member(), request, busy.now);
    expect(first.ok).toBe(true);
    expect(await open(await busy.member(), busy)).toMatchObject({ refusal: { kind: 'already-negotiating' } });
  });
});

describe('agreeing on an addendum', () => {
  test('one that changes nothing is not frozen, nor one that would drop what was signed while the sides differ', async () => {
    const signed = await completeText(database.db);
    const { id } = await begun(database.db, signed);
    const yes = async () =>
      sayYes(
        stores(),
        await signed.coordinator(),
        { negotiation: id, fingerprint: (await standing(id)).fingerprint },
        signed.now,
      );
    expect(await yes()).toMatchObject({ refusal: { kind: 'nothing-changed' } });
    const other: Position = { stance: { kind: 'accepted' }, wording: 'Autrement (exemple).', observation: null };
    await sayLocal({ id, side: 'carrier', signed }, other);
    expect(await yes()).toMatchObject({
      refusal: { kind: 'signed-points-open', points: [{ kind: 'local', number: 1 }] },
    });
    // Taken out by both: that is a change, agreed.
    await sayLocal({ id, side: 'carrier', signed }, null);
    await sayLocal({ id, side: 'counterpart', signed }, null);
    expect(await yes()).toMatchObject({ ok: true });
  });

  test('signed, it is told on both texts and by the pact, counted once, and the journal verifies', async () => {
    const signed = await completeText(database.db);
    const at = { now: signed.now, seal: fakeSeal };
    const sealed = await sealText(stores(), JOB, { id: signed.id }, at);
    if (!sealed.ok || sealed.value.pact === null) throw new Error('not sealed');
    const count = async () => (await database.db.selectFrom('pact').select('id').execute()).length;
    const before = await count();
    const addendum = await signedAddendum(database.db, signed);
    expect(await count()).toBe(before);
    expect((await stores().signing.after.addenda(signed.id)).map(({ code }) => code)).toEqual([addendum.code]);
    const kept = await stores().agreedTexts.find({ code: addendum.code });
    expect(kept?.text.addendumTo).toEqual({ code: signed.code, sha256: signed.sha256 });
    expect((await stores().agreedTexts.find({ code: signed.code }))?.sha256).toBe(signed.sha256);
    // The next completes the last one; both are told beside the pact.
    expect(await open(await signed.member(), signed)).toMatchObject({
      refusal: { kind: 'addendum-signed-since', code: addendum.code },
    });
    const second = await signedAddendum(database.db, addendum);
    const codes = (await stores().signing.after.addenda(signed.id)).map(({ code }) => code);
    expect(codes).toEqual([addendum.code, second.code]);
    expect(await count()).toBe(before);
    expect((await verifyJournal(database.db)).faults).toEqual([]);
  });

  test('nothing of it is public before it is signed: the pact stands', async () => {
    const signed = await completeText(database.db);
    await begun(database.db, signed);
    const shown = await publicNegotiations(database.db, { list: signed.list });
    expect(shown).toEqual([]);
    expect(await stores().signing.after.addenda(signed.id)).toEqual([]);
  });

  test('frozen, it is not taken up again while the same two negotiate something else', async () => {
    const signed = await completeText(database.db);
    const { code } = await frozenAddendum(database.db, signed);
    const request = { collective: signed.collective, counterpart: { list: signed.list }, edition: EDITION } as const;
    const start = { kind: 'nothing' } as const;
    const other = await openNegotiation(stores(), await signed.member(), { ...request, start }, signed.now);
    expect(other.ok).toBe(true);
    const cancel = async (actor: Actor) => cancelSigning(stores(), actor, { code, reason: 'Oubli.' }, signed.now);
    expect(await cancel(await signed.coordinator())).toMatchObject({ value: 'asked' });
    expect(await cancel(await signed.representative())).toMatchObject({ refusal: { kind: 'already-negotiating' } });
    expect(await stores().signing.find({ code })).toMatchObject({ cancelledAt: null });
  });

  test('while it is negotiated or waits for signatures, no other is opened; ended, another is', async () => {
    const signed = await completeText(database.db);
    const { id } = await begun(database.db, signed);
    expect(await stores().signing.after.addendumUnderWay(signed.id)).toEqual({ negotiation: id, code: null });
    await stores().negotiations.change(id, { to: 'frozen', at: signed.now });
    expect(await open(await signed.member(), signed)).toMatchObject({ refusal: { kind: 'addendum-under-way' } });
    await stores().negotiations.reopen(id);
    await stores().negotiations.change(id, { to: 'ended', at: signed.now, side: 'carrier', reason: 'Non.' });
    expect(await open(await signed.member(), signed)).toMatchObject({ ok: true });
  });
});
