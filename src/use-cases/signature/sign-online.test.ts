import { describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { storesOn } from '#server/stores.ts';
import { actorFor, addressOf, codeSentTo, mailsTo } from '../../../tests/people.ts';
import { withTestDatabase } from '../../../tests/database.ts';
import { completeText, emailOf, frozenText, invited, linkSentTo, signedOnline } from '../../../tests/signing-world.ts';
import { askSigningCode } from './ask-signing-code.ts';
import { contestSignature } from './contest-signature.ts';
import { declineSigning } from './decline-signing.ts';
import { inviteAgain } from './invite-again.ts';
import { nameSignatory } from './name-signatory.ts';
import { removeSignatory } from './remove-signatory.ts';
import { reportSignature, askReport } from './report-signature.ts';
import { settleContest } from './settle-contest.ts';
import { signOnline } from './sign-online.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000);
const state = async (id: number) =>
  (await stores().signing.find({ id }))?.signatories.map((signatory) => signatory.state);

describe('naming', () => {
  test('each side names its own, and nobody else does', async () => {
    const frozen = await frozenText(database.db);
    const typed = { code: frozen.code, name: 'Camille Exemple', role: 'tête de liste', email: '' };
    expect((await nameSignatory(stores(), await frozen.representative(), typed, frozen.now)).ok).toBe(true);
    const signing = await stores().signing.find({ code: frozen.code });
    expect(signing?.signatories).toMatchObject([{ side: 'counterpart', name: 'Camille Exemple', state: 'invited' }]);
    for (const actor of [await frozen.member(), await frozen.stranger(), { kind: 'anyone' } as const]) {
      const refused = await nameSignatory(stores(), actor, { ...typed, name: 'Autre' }, frozen.now);
      expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } });
    }
    const forOthers = { ...typed, name: 'Autre', side: 'counterpart' } as const;
    expect(await nameSignatory(stores(), await frozen.coordinator(), forOthers, frozen.now)).toMatchObject({
      refusal: { kind: 'not-your-side' },
    });
  });

  test('nobody is named twice on one side, a bad address or an empty name is told', async () => {
    const frozen = await frozenText(database.db);
    const by = await frozen.coordinator();
    const typed = { code: frozen.code, name: 'Claire Exemple', role: 'coordination', email: '' };
    expect((await nameSignatory(stores(), by, typed, frozen.now)).ok).toBe(true);
    const again = await nameSignatory(stores(), by, { ...typed, name: ' claire  exemple' }, frozen.now);
    expect(again).toMatchObject({ refusal: { kind: 'already-named' } });
    expect(await nameSignatory(stores(), by, { ...typed, name: ' ' }, frozen.now)).toMatchObject({
      refusal: { kind: 'bad-name' },
    });
    expect(await nameSignatory(stores(), by, { ...typed, name: 'X', email: 'a@b' }, frozen.now)).toMatchObject({
      refusal: { kind: 'not-an-email' },
    });
  });

  test('the link is kept as a hash alone, and a text of another code is not opened by it', async () => {
    const frozen = await frozenText(database.db);
    const other = await frozenText(database.db);
    const { actor, token } = await invited(database.db, frozen, { side: 'carrier', name: 'Alix Exemple' });
    const { rows } = await sql<{ link: string }>`select token_hash as link from signatory_link`.execute(database.db);
    expect(rows.map(({ link }) => link)).not.toContain(token);
    const asked = { text: other.id, name: 'Alix Exemple', role: 'x' };
    expect(await askSigningCode(stores(), actor, asked, frozen.now)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
  });
});

describe('signing online', () => {
  test('in any order, by one person of each side, completes the text', async () => {
    const frozen = await frozenText(database.db);
    const first = await signedOnline(database.db, frozen, { side: 'counterpart', name: 'Lou Un' });
    expect(first.complete).toBe(false);
    const second = await signedOnline(database.db, frozen, { side: 'carrier', name: 'Claire Un' });
    expect(second.complete).toBe(true);
    const signing = await stores().signing.find({ id: frozen.id });
    expect(signing?.completedAt).toEqual(frozen.now);
    expect(signing?.signatories.map(({ means, emailProved }) => [means, emailProved])).toEqual([
      ['online', true],
      ['online', true],
    ]);
  });

  test('a wrong code signs nothing and says how many tries are left; the right one then signs', async () => {
    const frozen = await frozenText(database.db);
    const { actor, id } = await invited(database.db, frozen, { side: 'carrier', name: 'Dom Exemple' });
    const words = { text: frozen.id, name: 'Dom Exemple', role: 'membre' };
    await askSigningCode(stores(), actor, words, frozen.now);
    const code = await codeSentTo(database.db, emailOf(frozen, 'Dom Exemple'));
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await signOnline(stores(), actor, { ...words, code: wrong, read: true }, frozen.now)).toMatchObject({
      refusal: { kind: 'wrong-code', triesLeft: 4 },
    });
    expect(await state(frozen.id)).toEqual(['invited']);
    expect(await signOnline(stores(), actor, { ...words, code, read: false }, frozen.now)).toMatchObject({
      refusal: { kind: 'not-read' },
    });
    expect((await signOnline(stores(), actor, { ...words, code, read: true }, frozen.now)).ok).toBe(true);
    expect((await stores().signing.find({ id: frozen.id }))?.signatories[0]).toMatchObject({ id, state: 'signed' });
  });

  test('a late code signs nothing; another can be asked with the same link', async () => {
    const frozen = await frozenText(database.db);
    const { actor } = await invited(database.db, frozen, { side: 'carrier', name: 'Eden Exemple' });
    const words = { text: frozen.id, name: 'Eden Exemple', role: 'membre' };
    await askSigningCode(stores(), actor, words, frozen.now);
    const late = await codeSentTo(database.db, emailOf(frozen, 'Eden Exemple'));
    const then = minutes(frozen.now, 16);
    expect(await signOnline(stores(), actor, { ...words, code: late, read: true }, then)).toMatchObject({
      refusal: { kind: 'late-code' },
    });
    await askSigningCode(stores(), actor, words, then);
    const code = await codeSentTo(database.db, emailOf(frozen, 'Eden Exemple'));
    expect((await signOnline(stores(), actor, { ...words, code, read: true }, then)).ok).toBe(true);
  });

  test('without a code asked nothing is signed', async () => {
    const frozen = await frozenText(database.db);
    const { actor } = await invited(database.db, frozen, { side: 'carrier', name: 'Fred Exemple' });
    const request = { text: frozen.id, name: 'Fred Exemple', role: 'membre', code: '123456', read: true };
    expect(await signOnline(stores(), actor, request, frozen.now)).toMatchObject({
      refusal: { kind: 'no-code-asked' },
    });
  });

  test('the link used twice tells that it is signed, and signs once', async () => {
    const frozen = await frozenText(database.db);
    const { actor } = await signedOnline(database.db, frozen, { side: 'carrier', name: 'Gael Exemple' });
    const words = { text: frozen.id, name: 'Gael Exemple', role: 'membre' };
    expect(await askSigningCode(stores(), actor, words, frozen.now)).toMatchObject({
      refusal: { kind: 'already-signed' },
    });
    const code = await codeSentTo(database.db, emailOf(frozen, 'Gael Exemple'));
    expect(await signOnline(stores(), actor, { ...words, code, read: true }, frozen.now)).toMatchObject({
      refusal: { kind: 'already-signed' },
    });
    expect(await declineSigning(stores(), actor, { text: frozen.id, reason: 'Non' }, frozen.now)).toMatchObject({
      refusal: { kind: 'already-signed' },
    });
  });

  test('two clicks at once sign once', async () => {
    const frozen = await frozenText(database.db);
    const { actor } = await invited(database.db, frozen, { side: 'carrier', name: 'Hoa Exemple' });
    const words = { text: frozen.id, name: 'Hoa Exemple', role: 'membre' };
    await askSigningCode(stores(), actor, words, frozen.now);
    const code = await codeSentTo(database.db, emailOf(frozen, 'Hoa Exemple'));
    const sign = () => signOnline(stores(), actor, { ...words, code, read: true }, frozen.now);
    const both = await Promise.all([sign(), sign()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('after the last day nobody signs; the day before midnight one still does', async () => {
    const frozen = await frozenText(database.db);
    const { actor } = await invited(database.db, frozen, { side: 'carrier', name: 'Ines Exemple' });
    const words = { text: frozen.id, name: 'Ines Exemple', role: 'membre' };
    // Frozen on 1 March: until 31 March included, and in Champigny it is summer time by then.
    const over = new Date('2026-03-31T22:00:00Z');
    expect(await askSigningCode(stores(), actor, words, over)).toMatchObject({
      refusal: { kind: 'wrong-state', state: 'expired' },
    });
    expect((await askSigningCode(stores(), actor, words, new Date('2026-03-31T21:59:00Z'))).ok).toBe(true);
  });
});

describe('a side changes its people', () => {
  test('a representative who leaves is replaced; the old link opens nothing, the address is forgotten', async () => {
    const frozen = await frozenText(database.db);
    const { actor, id } = await invited(database.db, frozen, { side: 'counterpart', name: 'Jo Exemple' });
    const replaced = await removeSignatory(
      stores(),
      await frozen.representative(),
      {
        code: frozen.code,
        signatory: id,
        by: { name: 'Lea Exemple', role: 'tête de liste', email: emailOf(frozen, 'Lea Exemple') },
      },
      frozen.now,
    );
    expect(replaced.ok).toBe(true);
    const words = { text: frozen.id, name: 'Jo Exemple', role: 'x' };
    expect(await askSigningCode(stores(), actor, words, frozen.now)).toMatchObject({ ok: false });
    const signing = await stores().signing.find({ id: frozen.id });
    expect(signing?.signatories).toMatchObject([
      { id, state: 'removed', email: null },
      { name: 'Lea Exemple', state: 'invited' },
    ]);
    expect((await mailsTo(database.db, emailOf(frozen, 'Jo Exemple'))).map(({ kind }) => kind)).toContain(
      'signature-removed',
    );
    expect(await linkSentTo(database.db, emailOf(frozen, 'Lea Exemple'))).not.toBe('');
  });

  test('taking off the last one awaited completes the text; the other side’s people are not theirs to take off', async () => {
    const frozen = await frozenText(database.db);
    await signedOnline(database.db, frozen, { side: 'carrier', name: 'Claire Deux' });
    await signedOnline(database.db, frozen, { side: 'counterpart', name: 'Lou Deux' });
    const other = await frozenText(database.db);
    await signedOnline(database.db, other, { side: 'carrier', name: 'Claire Trois' });
    const awaited = await invited(database.db, other, { side: 'counterpart', name: 'Max Trois' });
    await signedOnline(database.db, other, { side: 'counterpart', name: 'Lou Trois' });
    const request = { code: other.code, signatory: awaited.id };
    expect(await removeSignatory(stores(), await other.coordinator(), request, other.now)).toMatchObject({
      refusal: { kind: 'not-your-side' },
    });
    expect(await removeSignatory(stores(), await other.representative(), request, other.now)).toEqual({
      ok: true,
      value: { complete: true },
    });
    // A signatory of another text is not found through this one.
    const first = (await stores().signing.find({ id: frozen.id }))?.signatories[0]?.id ?? 0;
    expect(
      await removeSignatory(stores(), await other.coordinator(), { code: other.code, signatory: first }, other.now),
    ).toMatchObject({ ok: false });
  });

  test('somebody who declines says why; nobody signs until they are taken off', async () => {
    const frozen = await frozenText(database.db);
    const { actor, id } = await invited(database.db, frozen, { side: 'counterpart', name: 'Noe Exemple' });
    const carrier = await invited(database.db, frozen, { side: 'carrier', name: 'Oli Exemple' });
    const request = { text: frozen.id, reason: '' };
    expect(await declineSigning(stores(), actor, request, frozen.now)).toMatchObject({
      refusal: { kind: 'reason-missing' },
    });
    const reason = 'La mesure 12 n’est pas tenable.';
    expect((await declineSigning(stores(), actor, { ...request, reason }, frozen.now)).ok).toBe(true);
    expect(await mailsTo(database.db, addressOf(frozen.names.coordinator))).toContainEqual(
      expect.objectContaining({ kind: 'signature-declined', reason }),
    );
    const words = { text: frozen.id, name: 'Oli Exemple', role: 'membre' };
    expect(await askSigningCode(stores(), carrier.actor, words, frozen.now)).toMatchObject({
      refusal: { kind: 'wrong-state', state: 'declined' },
    });
    await removeSignatory(stores(), await frozen.representative(), { code: frozen.code, signatory: id }, frozen.now);
    expect((await askSigningCode(stores(), carrier.actor, words, frozen.now)).ok).toBe(true);
  });

  test('a representative who lost their role changes nothing any more', async () => {
    const frozen = await frozenText(database.db);
    await database.db.deleteFrom('listRepresentative').where('listId', '=', frozen.list).execute();
    const typed = { code: frozen.code, name: 'X', role: 'y', email: '' };
    expect(await nameSignatory(stores(), await frozen.representative(), typed, frozen.now)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
  });

  test('a refused mail is told, and the address corrected: the first link is void', async () => {
    const frozen = await frozenText(database.db);
    const { id, actor } = await invited(database.db, frozen, { side: 'carrier', name: 'Pia Exemple' });
    await database.db
      .updateTable('mail')
      .set({ failedAt: minutes(frozen.now, 5), nextTryAt: null, lastError: '550 no such user' })
      .where('recipient', '=', emailOf(frozen, 'Pia Exemple'))
      .execute();
    expect([...(await stores().signing.refusedMails(frozen.id)).keys()]).toEqual([id]);
    const request = { code: frozen.code, signatory: id, email: 'pia@example.org' };
    expect((await inviteAgain(stores(), await frozen.coordinator(), request, minutes(frozen.now, 6))).ok).toBe(true);
    expect((await stores().signing.refusedMails(frozen.id)).size).toBe(0);
    const words = { text: frozen.id, name: 'Pia Exemple', role: 'membre' };
    expect(await askSigningCode(stores(), actor, words, frozen.now)).toMatchObject({ ok: false });
    const link = { kind: 'signatory', token: await linkSentTo(database.db, 'pia@example.org') } as const;
    expect((await askSigningCode(stores(), link, words, frozen.now)).ok).toBe(true);
    // The same address again, at once: nobody is flooded.
    expect(await inviteAgain(stores(), await frozen.coordinator(), request, minutes(frozen.now, 7))).toMatchObject({
      refusal: { kind: 'invited-just-now', minutes: 14 },
    });
  });
});

describe('a name that is contested', () => {
  test('suspends the signature, tells both sides and the national team, and keeps the text from being complete', async () => {
    const frozen = await frozenText(database.db);
    await signedOnline(database.db, frozen, { side: 'carrier', name: 'Claire Quatre' });
    const { actor, id } = await invited(database.db, frozen, { side: 'counterpart', name: 'Rim Quatre' });
    const words = 'Je n’ai jamais parlé à cette liste.';
    expect((await contestSignature(stores(), actor, { text: frozen.id, words }, frozen.now)).ok).toBe(true);
    for (const name of [frozen.names.coordinator, frozen.names.representative, frozen.names.nationalTeam]) {
      expect((await mailsTo(database.db, addressOf(name))).map(({ kind }) => kind)).toContain('signature-contested');
    }
    const removing = { code: frozen.code, signatory: id };
    expect(await removeSignatory(stores(), await frozen.representative(), removing, frozen.now)).toMatchObject({
      refusal: { kind: 'contested-now' },
    });
    const settling = { code: frozen.code, signatory: id, outcome: 'upheld' } as const;
    expect(await settleContest(stores(), await frozen.representative(), settling, frozen.now)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
  });

  test('found true, the name is erased everywhere and the journal still verifies', async () => {
    const frozen = await frozenText(database.db);
    const { actor, id } = await signedOnline(database.db, frozen, { side: 'counterpart', name: 'Rim Cinquante' });
    await contestSignature(stores(), actor, { text: frozen.id, words: 'Ce n’est pas moi.' }, frozen.now);
    const settling = { code: frozen.code, signatory: id, outcome: 'upheld' } as const;
    expect((await settleContest(stores(), await frozen.nationalTeam(), settling, frozen.now)).ok).toBe(true);
    const [signatory] = (await stores().signing.find({ id: frozen.id }))?.signatories ?? [];
    expect(signatory).toMatchObject({ state: 'removed', name: '', email: null });
    const { rows } = await sql`select 1 from journal_content where says like '%Rim Cinquante%'`.execute(database.db);
    expect(rows).toHaveLength(0);
    const report = await verifyJournal(database.db);
    expect(report.faults).toEqual([]);
    expect(report.erased).toBeGreaterThan(0);
    // The link opens nothing any more.
    expect(await stores().signing.byLink(actor.kind === 'signatory' ? actor.token : '')).toBeNull();
  });

  test('found untrue, the signature stands as before and completes the text', async () => {
    const frozen = await frozenText(database.db);
    const { actor, id } = await signedOnline(database.db, frozen, { side: 'counterpart', name: 'Rim Six' });
    await contestSignature(stores(), actor, { text: frozen.id, words: 'Ce n’est pas moi.' }, frozen.now);
    const carrier = await signedOnline(database.db, frozen, { side: 'carrier', name: 'Claire Six' });
    expect(carrier.complete).toBe(false);
    const settling = { code: frozen.code, signatory: id, outcome: 'dismissed' } as const;
    await settleContest(stores(), await frozen.nationalTeam(), settling, frozen.now);
    expect(await state(frozen.id)).toEqual(['signed', 'signed']);
    expect((await stores().signing.find({ id: frozen.id }))?.completedAt).not.toBeNull();
  });

  test('anyone may report a name of a signed text, with a proved address: the national team is told, nothing is suspended', async () => {
    const frozen = await completeText(database.db);
    const [signatory] = (await stores().signing.find({ id: frozen.id }))?.signatories ?? [];
    const anyone = { kind: 'anyone' } as const;
    const request = { code: frozen.code, signatory: signatory?.id ?? 0 };
    const email = `report-${frozen.code.toLowerCase()}@example.fr`;
    const asked = await askReport(
      stores(),
      anyone,
      { ...request, email, words: 'C’est mon nom, pas moi.' },
      frozen.now,
    );
    if (!asked.ok) throw new Error(asked.refusal.kind);
    const proofCode = await codeSentTo(database.db, email);
    const reported = await reportSignature(
      stores(),
      anyone,
      { ...request, proof: asked.value.proof, proofCode },
      frozen.now,
    );
    expect(reported.ok).toBe(true);
    expect(await state(frozen.id)).toEqual(['signed', 'signed']);
    expect((await mailsTo(database.db, addressOf(frozen.names.nationalTeam))).map(({ kind }) => kind)).toContain(
      'signature-reported',
    );
    const [report] = await stores().signing.after.reports(frozen.id);
    const settling = { code: frozen.code, report: report?.id ?? 0, outcome: 'dismissed' } as const;
    expect((await settleContest(stores(), await frozen.nationalTeam(), settling, frozen.now)).ok).toBe(true);
    expect((await mailsTo(database.db, email)).at(-1)).toMatchObject({ kind: 'signature-report-settled' });
    const { rows } = await sql`select 1 from signature_report where email is not null`.execute(database.db);
    expect(rows).toHaveLength(0);
    // Before it is signed by all, nobody outside learns that the text is there.
    const waiting = await frozenText(database.db);
    const hidden = { code: waiting.code, signatory: 1, email, words: 'x' };
    expect(await askReport(stores(), anyone, hidden, waiting.now)).toMatchObject({ refusal: { kind: 'not-allowed' } });
  });
});

test('an account that is also a signatory is one person', async () => {
  const frozen = await frozenText(database.db);
  const person = await actorFor(database.db, `p-${frozen.names.member}`);
  const byAccount = await stores().signing.whoIs({ person: person.id });
  expect(await stores().signing.whoIs({ email: addressOf(frozen.names.member).toUpperCase() })).toBe(byAccount);
  expect(await stores().signing.whoIs({ email: addressOf(frozen.names.stranger) })).not.toBe(byAccount);
});
