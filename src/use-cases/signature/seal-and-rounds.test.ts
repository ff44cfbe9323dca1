import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { pactPage } from '#server/storage/pact-page.ts';
import { storesOn } from '#server/stores.ts';
import { withdrawPublished } from '#use-cases/published/withdraw-published.ts';
import { addressOf, codeSentTo, mailsTo } from '../../../tests/people.ts';
import { withTestDatabase } from '../../../tests/database.ts';
import {
  completeText,
  emailOf,
  frozenText,
  invited,
  linkSentTo,
  signedOnline,
  type FrozenText,
} from '../../../tests/signing-world.ts';
import { askSigningCode } from './ask-signing-code.ts';
import { cancelSigning, keepSigning } from './cancel-signing.ts';
import { contestSignature } from './contest-signature.ts';
import { extendSigning } from './extend-signing.ts';
import { nameSignatory } from './name-signatory.ts';
import { renounce } from './renounce.ts';
import { sealText, type SealMachine } from './seal-text.ts';
import { seeSigning } from './see-signing.ts';
import { settleContest } from './settle-contest.ts';
import { signOnline } from './sign-online.ts';
import { forgetSignatoryAddresses, remindSignatories, sealWaiting, tellExpired } from './signing-rounds.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const JOB = { kind: 'job', name: 'seal-texts' } as const;

/** Stands for the machine: what it makes is never the same twice, as a real seal. */
const seal: SealMachine = async () => {
  const bytes = randomBytes(64);
  return await Promise.resolve({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
};
const rethrow = (error: unknown) => {
  throw error;
};

describe('sealing', () => {
  test('makes the pact public with its text, its list and its day, and the journal verifies', async () => {
    const frozen = await completeText(database.db);
    const sealed = await sealText(stores(), JOB, { id: frozen.id }, { now: frozen.now, seal });
    if (!sealed.ok || sealed.value.pact === null) throw new Error('not published');
    const page = await pactPage(database.db, { id: sealed.value.pact });
    expect(page?.pact).toMatchObject({
      listName: frozen.text.counterpart.name,
      signedOn: '2026-03-01',
      edition: frozen.text.edition.id,
    });
    expect(page?.commitments.length).toBeGreaterThan(10);
    const linked = await database.db
      .selectFrom('pactList')
      .selectAll()
      .where('pactId', '=', sealed.value.pact)
      .execute();
    expect(linked).toMatchObject([{ candidateListId: frozen.list }]);
    expect((await verifyJournal(database.db)).faults).toEqual([]);
    for (const email of [addressOf(frozen.names.coordinator), emailOf(frozen, 'Lou Exemple')]) {
      expect((await mailsTo(database.db, email)).map(({ kind }) => kind)).toContain('signature-sealed');
    }
  });

  test('a yes that the collective wrote down for the list is told by the seal and by the page; its own yes is not', async () => {
    for (const origin of ['reported', 'own'] as const) {
      const frozen = await completeText(database.db);
      const { negotiation, sha256, now: at } = frozen;
      const yes = { side: 'counterpart', fingerprint: sha256, origin, by: 'claire', at } as const;
      await stores().negotiations.sayYes(negotiation, yes);
      const told: boolean[] = [];
      const telling: SealMachine = async (given, now) => {
        told.push(given.yesReported);
        return await seal(given, now);
      };
      await sealText(stores(), JOB, { id: frozen.id }, { now: at, seal: telling });
      const seen = await seeSigning(stores(), { kind: 'anyone' }, { code: frozen.code }, at);
      expect([...told, seen.ok && seen.value.yesReported]).toEqual([origin === 'reported', origin === 'reported']);
    }
  });

  test('a name erased while the PDF is made is in no sealed file: it is thrown away and made again', async () => {
    const frozen = await frozenText(database.db);
    await signedOnline(database.db, frozen, { side: 'carrier', name: 'Claire Exemple' });
    const stolen = await invited(database.db, frozen, { side: 'carrier', name: 'Uma Exemple' });
    const words = { text: frozen.id, name: 'Uma Exemple', role: 'signataire' };
    await askSigningCode(stores(), stolen.actor, words, frozen.now);
    const code = await codeSentTo(database.db, emailOf(frozen, 'Uma Exemple'));
    await signOnline(stores(), stolen.actor, { ...words, code, read: true }, frozen.now);
    await signedOnline(database.db, frozen, { side: 'counterpart', name: 'Lou Exemple' });
    const names: string[][] = [];
    const slow: SealMachine = async (given, now) => {
      names.push(given.signatures.map(({ name }) => name));
      if (names.length === 1) {
        await contestSignature(stores(), stolen.actor, { text: frozen.id, words: 'Pas moi.' }, frozen.now);
        const settling = { code: frozen.code, signatory: stolen.id, outcome: 'upheld' } as const;
        await settleContest(stores(), await frozen.nationalTeam(), settling, frozen.now);
      }
      return await seal(given, now);
    };
    const sealing = () => sealText(stores(), JOB, { id: frozen.id }, { now: frozen.now, seal: slow });
    await expect(sealing()).rejects.toThrow('changed while its PDF was made');
    expect((await stores().signing.find({ id: frozen.id }))?.sealed).toBeNull();
    expect(await sealing()).toMatchObject({ ok: true, value: { again: false } });
    expect(names).toEqual([
      ['Claire Exemple', 'Uma Exemple', 'Lou Exemple'],
      ['Claire Exemple', 'Lou Exemple'],
    ]);
  });

  test('a stop between the last signature and the seal is taken up again, once', async () => {
    const frozen = await completeText(database.db);
    const before = await pacts();
    const stopped: SealMachine = () => Promise.reject(new Error('kill -9'));
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => void failures.push(error);
    await sealWaiting(stores(), JOB, { now: frozen.now, seal: stopped, onFailure });
    expect(failures).toContainEqual(new Error('kill -9'));
    expect((await stores().signing.find({ id: frozen.id }))?.completedAt).not.toBeNull();
    expect(await pacts()).toBe(before);
    // Not at once again, and then by two servers at the same time.
    expect(await stores().signing.toSeal(frozen.now)).not.toContain(frozen.id);
    const later = new Date(frozen.now.getTime() + 11_000);
    expect(await stores().signing.toSeal(later)).toContain(frozen.id);
    const round = { now: later, seal, onFailure: rethrow };
    await Promise.all([sealWaiting(stores(), JOB, round), sealWaiting(stores(), JOB, round)]);
    const rows = await database.db.selectFrom('pact').select('id').where('agreedTextId', '=', frozen.id).execute();
    expect(rows).toHaveLength(1);
    expect(await stores().signing.toSeal(later)).not.toContain(frozen.id);
    expect(await sealText(stores(), JOB, { id: frozen.id }, { now: later, seal })).toMatchObject({
      value: { again: true, pact: rows[0]?.id },
    });
    expect((await verifyJournal(database.db)).faults).toEqual([]);
  });

  test('nothing is sealed before everybody signed, and by nobody but the machine or the operator', async () => {
    const frozen = await frozenText(database.db);
    expect(await sealText(stores(), JOB, { id: frozen.id }, { now: frozen.now, seal })).toMatchObject({ ok: false });
    const complete = await completeText(database.db);
    const by = await complete.coordinator();
    expect(await sealText(stores(), by, { id: complete.id }, { now: complete.now, seal })).toMatchObject({ ok: false });
  });

  test('what is signed here is never withdrawn as a document that was badly read', async () => {
    const frozen = await completeText(database.db);
    const sealed = await sealText(stores(), JOB, { id: frozen.id }, { now: frozen.now, seal });
    const id = sealed.ok ? (sealed.value.pact ?? 0) : 0;
    const operator = { kind: 'operator', name: 'claire' } as const;
    const withdrawn = await withdrawPublished(stores(), operator, { what: 'pact', id, reason: 'Erreur' }, frozen.now);
    expect(withdrawn).toMatchObject({ refusal: { kind: 'signed-here', id } });
  });

  test('an addendum is shown beside the pact that it completes, and counts no pact more', async () => {
    const first = await completeText(database.db);
    await sealText(stores(), JOB, { id: first.id }, { now: first.now, seal });
    const before = await pacts();
    const addendum = await completeText(database.db, { addendumTo: { code: first.code, sha256: first.sha256 } });
    expect(await sealText(stores(), JOB, { id: addendum.id }, { now: addendum.now, seal })).toMatchObject({
      value: { pact: null },
    });
    expect(await pacts()).toBe(before);
    expect((await stores().signing.after.addenda(first.id)).map(({ code }) => code)).toEqual([addendum.code]);
  });

  test('contested after the seal: the name goes, the sealed file stays, the fact is shown beside', async () => {
    const frozen = await frozenText(database.db);
    const claire = await signedOnline(database.db, frozen, { side: 'carrier', name: 'Claire Exemple' });
    await signedOnline(database.db, frozen, { side: 'counterpart', name: 'Lou Exemple' });
    await sealText(stores(), JOB, { id: frozen.id }, { now: frozen.now, seal });
    await contestSignature(stores(), claire.actor, { text: frozen.id, words: 'Pas moi.' }, frozen.now);
    const settling = { code: frozen.code, signatory: claire.id, outcome: 'upheld' } as const;
    await settleContest(stores(), await frozen.nationalTeam(), settling, frozen.now);
    const seen = await seeSigning(stores(), { kind: 'anyone' }, { code: frozen.code }, frozen.now);
    expect(seen.ok && seen.value.state).toBe('complete');
    expect(seen.ok && seen.value.signing.signatories[0]).toMatchObject({
      name: '',
      contested: { settled: { outcome: 'upheld' } },
    });
    expect((await verifyJournal(database.db)).faults).toEqual([]);
  });
});

describe('seeing', () => {
  test('before all signed, only the two sides, signatories and the national team see the text', async () => {
    const frozen = await frozenText(database.db);
    const { actor } = await invited(database.db, frozen, { side: 'carrier', name: 'Uma Exemple' });
    const see = async (who: Parameters<typeof seeSigning>[1]) =>
      (await seeSigning(stores(), who, { code: frozen.code }, frozen.now)).ok;
    expect(await see(await frozen.member())).toBe(true);
    expect(await see(await frozen.representative())).toBe(true);
    expect(await see(await frozen.nationalTeam())).toBe(true);
    expect(await see(actor)).toBe(true);
    expect(await see(await frozen.stranger())).toBe(false);
    expect(await see({ kind: 'anyone' })).toBe(false);
    expect(await see({ kind: 'signatory', token: 'x' })).toBe(false);
  });

  test('then everybody does, and nobody outside sees an address', async () => {
    const frozen = await completeText(database.db);
    const seen = await seeSigning(stores(), { kind: 'anyone' }, { code: frozen.code }, frozen.now);
    expect(seen).toMatchObject({ ok: true, value: { state: 'complete', inside: false } });
    expect(JSON.stringify(seen.ok ? seen.value.signatures : null)).not.toContain('@');
  });
});

describe('in its own time', () => {
  const at = (day: string, hour = '10:00') => new Date(`${day}T${hour}:00Z`);
  const JOBS = { kind: 'job', name: 'remind-signatories' } as const;
  const reminders = async (frozen: FrozenText, name: string) =>
    (await mailsTo(database.db, emailOf(frozen, name))).filter(({ kind }) => kind === 'signature-reminder').length;

  test('whoever has not answered is reminded after a week and two days before the end, by day, never more', async () => {
    const frozen = await frozenText(database.db);
    await invited(database.db, frozen, { side: 'carrier', name: 'Vic Exemple' });
    await signedOnline(database.db, frozen, { side: 'counterpart', name: 'Wim Exemple' });
    await remindSignatories(stores(), JOBS, at('2026-03-07'));
    expect(await reminders(frozen, 'Vic Exemple')).toBe(0);
    await remindSignatories(stores(), JOBS, at('2026-03-08', '03:00'));
    expect(await reminders(frozen, 'Vic Exemple')).toBe(0);
    await remindSignatories(stores(), JOBS, at('2026-03-08'));
    await remindSignatories(stores(), JOBS, at('2026-03-08', '11:00'));
    expect(await reminders(frozen, 'Vic Exemple')).toBe(1);
    for (const day of ['2026-03-20', '2026-03-29', '2026-03-30', '2026-03-31']) {
      await remindSignatories(stores(), JOBS, at(day));
    }
    expect(await reminders(frozen, 'Vic Exemple')).toBe(2);
    expect(await reminders(frozen, 'Wim Exemple')).toBe(0);
    // The link of a reminder signs as the first one does.
    const link = { kind: 'signatory', token: await linkSentTo(database.db, emailOf(frozen, 'Vic Exemple')) } as const;
    expect((await seeSigning(stores(), link, { code: frozen.code }, at('2026-03-30'))).ok).toBe(true);
  });

  test('once over, both sides are told once; another day opens it again, and what was signed stays', async () => {
    const frozen = await frozenText(database.db);
    await signedOnline(database.db, frozen, { side: 'carrier', name: 'Xan Exemple' });
    await invited(database.db, frozen, { side: 'counterpart', name: 'Yan Exemple' });
    const over = at('2026-04-02');
    await tellExpired(stores(), { kind: 'job', name: 'tell-expired' }, over);
    await tellExpired(stores(), { kind: 'job', name: 'tell-expired' }, over);
    const told = (await mailsTo(database.db, addressOf(frozen.names.representative))).filter(
      ({ kind }) => kind === 'signature-expired',
    );
    expect(told).toHaveLength(1);
    const typed = { code: frozen.code, name: 'Y', role: 'z', email: '' };
    expect(await nameSignatory(stores(), await frozen.coordinator(), typed, over)).toMatchObject({
      refusal: { kind: 'wrong-state', state: 'expired' },
    });
    const extend = (until: string) =>
      frozen.representative().then((by) => extendSigning(stores(), by, { code: frozen.code, until }, over));
    expect(await extend('2026-04-02')).toMatchObject({ refusal: { kind: 'day-past' } });
    expect(await extend('2027-04-02')).toMatchObject({ refusal: { kind: 'day-too-far' } });
    expect(await extend('bientôt')).toMatchObject({ refusal: { kind: 'not-a-day' } });
    expect((await extend('2026-04-20')).ok).toBe(true);
    const signing = await stores().signing.find({ id: frozen.id });
    expect(signing).toMatchObject({
      expiresOn: '2026-04-20',
      signatories: [{ state: 'signed' }, { state: 'invited' }],
    });
    // Whoever had not answered is told the new day; whoever signed is left in peace.
    expect((await mailsTo(database.db, emailOf(frozen, 'Yan Exemple'))).at(-1)).toMatchObject({
      kind: 'signature-invited',
      until: '2026-04-20',
    });
    const toXan = await mailsTo(database.db, emailOf(frozen, 'Xan Exemple'));
    expect(toXan.filter(({ kind }) => kind === 'signature-invited')).toHaveLength(1);
    expect(signing?.expiresAt.toISOString()).toBe('2026-04-20T22:00:00.000Z');
  });

  test('addresses of signatories are erased thirty days after the end; their names stay', async () => {
    const frozen = await completeText(database.db);
    const forget = (days: number) =>
      forgetSignatoryAddresses(stores(), JOB, new Date(frozen.now.getTime() + days * 86_400_000));
    await forget(29);
    expect((await stores().signing.find({ id: frozen.id }))?.signatories[0]?.email).not.toBeNull();
    await forget(31);
    const signatories = (await stores().signing.find({ id: frozen.id }))?.signatories;
    expect(signatories?.map(({ email, name }) => [email, name])).toEqual([
      [null, 'Claire Exemple'],
      [null, 'Lou Exemple'],
    ]);
  });
});

describe('back to the negotiation', () => {
  test('one side asks and says why, the other agrees: the text is signed no more and the negotiation is open again', async () => {
    const frozen = await frozenText(database.db);
    const signed = await signedOnline(database.db, frozen, { side: 'carrier', name: 'Zoe Exemple' });
    const [claire, lou] = [await frozen.coordinator(), await frozen.representative()];
    const request = { code: frozen.code, reason: '' };
    expect(await cancelSigning(stores(), claire, request, frozen.now)).toMatchObject({
      refusal: { kind: 'reason-missing' },
    });
    const reason = 'La mesure 12 a été mal recopiée.';
    expect(await cancelSigning(stores(), claire, { ...request, reason }, frozen.now)).toEqual({
      ok: true,
      value: 'asked',
    });
    expect(await cancelSigning(stores(), claire, { ...request, reason }, frozen.now)).toMatchObject({
      refusal: { kind: 'asked-already' },
    });
    expect(await cancelSigning(stores(), lou, request, frozen.now)).toEqual({ ok: true, value: 'cancelled' });
    const signing = await stores().signing.find({ id: frozen.id });
    expect(signing?.cancelledAt).toEqual(frozen.now);
    expect((await stores().negotiations.find(frozen.negotiation))?.state).toBe('under-way');
    expect(await seeSigning(stores(), signed.actor, { code: frozen.code }, frozen.now)).toMatchObject({
      value: { state: 'cancelled' },
    });
  });

  test('the side that asked may think better of it; the other side cannot for it', async () => {
    const frozen = await frozenText(database.db);
    const [claire, lou] = [await frozen.coordinator(), await frozen.representative()];
    await cancelSigning(stores(), claire, { code: frozen.code, reason: 'Oubli.' }, frozen.now);
    expect(await keepSigning(stores(), lou, { code: frozen.code }, frozen.now)).toMatchObject({ ok: false });
    expect((await keepSigning(stores(), claire, { code: frozen.code }, frozen.now)).ok).toBe(true);
    expect((await stores().signing.find({ id: frozen.id }))?.cancelAsked).toBeNull();
  });
});

test('a party renounces its pact once, with a day and a reason, and the pact stays public', async () => {
  const frozen = await completeText(database.db);
  await sealText(stores(), JOB, { id: frozen.id }, { now: frozen.now, seal });
  const later = new Date('2027-09-30T22:30:00Z');
  const lou = await frozen.representative();
  expect(await renounce(stores(), lou, { code: frozen.code, reason: ' ' }, later)).toMatchObject({
    refusal: { kind: 'reason-missing' },
  });
  expect((await renounce(stores(), lou, { code: frozen.code, reason: 'Budget.' }, later)).ok).toBe(true);
  expect(await renounce(stores(), lou, { code: frozen.code, reason: 'Encore.' }, later)).toMatchObject({
    refusal: { kind: 'renounced-already' },
  });
  const seen = await seeSigning(stores(), { kind: 'anyone' }, { code: frozen.code }, later);
  // The day at the place: past midnight there.
  expect(seen.ok && seen.value.renunciations).toEqual([{ side: 'counterpart', on: '2027-10-01', reason: 'Budget.' }]);
  expect(seen.ok && seen.value.pact).not.toBeNull();
  const open = await frozenText(database.db);
  expect(
    await renounce(stores(), await open.representative(), { code: open.code, reason: 'Trop tôt.' }, open.now),
  ).toMatchObject({ refusal: { kind: 'wrong-state', state: 'waiting' } });
});

async function pacts(): Promise<number> {
  return (await database.db.selectFrom('pact').select('id').execute()).length;
}
