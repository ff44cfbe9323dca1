/** Who looks at a paper before it signs for anybody: one of each side, each once, and nobody else. */
import { expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { emailOf, frozenText, invited, linkSentTo } from '#tests/signing-world.ts';
import { dropPaper } from './confirm-paper.ts';
import { inviteAgain } from './invite-again.ts';
import { nameSignatory } from './name-signatory.ts';
import { removeSignatory } from './remove-signatory.ts';
import { seePaperPage } from './see-paper.ts';
import { seeSigning } from './see-signing.ts';
import { paperTable } from './testing/paper-table.ts';

const { database, stores, named, brought, withPage, look } = paperTable();

test('a paper signed by both sides at a meeting, photographed and confirmed by one of each, completes the text', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const lou = await frozen.representative();
  const signatories = [await named(frozen, claire, 'Claire Exemple'), await named(frozen, lou, 'Lou Exemple')];
  const paper = await brought(frozen, claire, signatories);
  expect((await withPage(frozen, claire, paper)).ok).toBe(true);
  expect((await withPage(frozen, claire, paper)).ok).toBe(true);
  expect(await look(frozen, claire, paper)).toEqual({ ok: true, value: { counts: false, complete: false } });
  expect((await mailsTo(database.db, addressOf(frozen.names.representative))).map(({ kind }) => kind)).toContain(
    'signature-paper-brought',
  );
  expect(await look(frozen, lou, paper)).toEqual({ ok: true, value: { counts: true, complete: true } });
  const signing = await stores().signing.find({ id: frozen.id });
  expect(signing?.signatories).toMatchObject([
    { state: 'signed', means: 'paper', emailProved: false, paper },
    { state: 'signed', means: 'paper', emailProved: false, paper },
  ]);
  // The day on the paper, at the place, whatever the hour of the confirmation.
  expect(signing?.signatories[0]?.signedAt?.toISOString()).toBe('2026-02-28T23:00:00.000Z');
});

test('whoever brought the paper counts once, by account or by link', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const signatory = await named(frozen, claire, 'Ali Exemple');
  const typed = { code: frozen.code, name: 'Claire', role: 'x', email: addressOf(frozen.names.coordinator) };
  const self = await nameSignatory(stores(), claire, typed, frozen.now);
  if (!self.ok) throw new Error(self.refusal.kind);
  const mail = (await mailsTo(database.db, addressOf(frozen.names.coordinator))).findLast(
    ({ kind }) => kind === 'signature-invited',
  );
  const byLink: Actor = { kind: 'signatory', token: String(mail?.['link']).replace('/signer/', '') };
  const paper = await brought(frozen, claire, [signatory]);
  await withPage(frozen, claire, paper);
  expect((await look(frozen, claire, paper)).ok).toBe(true);
  expect(await look(frozen, claire, paper)).toMatchObject({ refusal: { kind: 'looked-already' } });
  expect(await look(frozen, byLink, paper)).toMatchObject({ refusal: { kind: 'looked-already' } });
});

test('two of one side are not enough while the other side has somebody; without anybody there they are', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const paper = await brought(frozen, claire, [await named(frozen, claire, 'Claire Exemple')]);
  await withPage(frozen, claire, paper);
  await look(frozen, claire, paper);
  expect(await look(frozen, await frozen.member(), paper)).toMatchObject({ value: { counts: false } });

  const alone = await frozenText(database.db);
  await database.db.deleteFrom('listRepresentative').where('listId', '=', alone.list).execute();
  const coordinator = await alone.coordinator();
  const other = await brought(alone, coordinator, [await named(alone, coordinator, 'Claire Exemple')]);
  await withPage(alone, coordinator, other);
  await look(alone, coordinator, other);
  expect(await look(alone, await alone.member(), other)).toMatchObject({ value: { counts: true } });
});

test('a list without any account signs at a café: the collective writes down who, on paper only, until somebody comes', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const lou = {
    code: frozen.code,
    name: 'Lou Exemple',
    role: 'tête de liste',
    email: '',
    side: 'counterpart',
  } as const;
  const name = (by: Actor, typed: Parameters<typeof nameSignatory>[2]) =>
    nameSignatory(stores(), by, typed, frozen.now);
  // The list has an account: it names its own.
  expect(await name(claire, lou)).toMatchObject({ refusal: { kind: 'not-your-side' } });
  const holders = await database.db
    .deleteFrom('listRepresentative')
    .where('listId', '=', frozen.list)
    .returningAll()
    .execute();
  expect((await name(await frozen.member(), lou)).ok).toBe(false);
  expect(await name(claire, { ...lou, email: 'lou@exemple.fr' })).toMatchObject({ refusal: { kind: 'paper-only' } });
  const mistyped = await name(claire, { ...lou, name: 'Lo Exemple' });
  if (!mistyped.ok) throw new Error(mistyped.refusal.kind);
  const signatory = mistyped.value.signatory;
  const by = { name: lou.name, role: lou.role, email: '' };
  expect((await removeSignatory(stores(), claire, { code: frozen.code, signatory, by }, frozen.now)).ok).toBe(true);
  const kept = (await stores().signing.find({ id: frozen.id }))?.signatories.find(({ name: of }) => of === lou.name);
  expect(kept).toMatchObject({ side: 'counterpart', email: null, namedBy: { side: 'carrier' } });

  const paper = await brought(frozen, claire, [await named(frozen, claire, 'Claire Exemple'), kept?.id ?? 0]);
  await withPage(frozen, claire, paper);
  expect(await look(frozen, claire, paper)).toMatchObject({ value: { counts: false } });
  const seen = await seeSigning(stores(), claire, { code: frozen.code }, frozen.now);
  expect(seen).toMatchObject({ value: { namesFor: 'counterpart' } });
  // Somebody of the list comes: from now on they alone name, and the collective takes nobody off.
  await database.db.insertInto('listRepresentative').values(holders).execute();
  expect(await name(claire, { ...lou, name: 'Max Exemple' })).toMatchObject({ refusal: { kind: 'not-your-side' } });
  const again = { code: frozen.code, signatory: kept?.id ?? 0 };
  expect(await removeSignatory(stores(), claire, again, frozen.now)).toMatchObject({
    refusal: { kind: 'not-your-side' },
  });
  await database.db.deleteFrom('listRepresentative').where('listId', '=', frozen.list).execute();
  expect(await look(frozen, await frozen.member(), paper)).toMatchObject({ value: { counts: true, complete: true } });
});

test('a signatory with a link alone may bring a paper and look at it', async () => {
  const frozen = await frozenText(database.db);
  const { actor } = await invited(database.db, frozen, { side: 'counterpart', name: 'Sam Exemple' });
  const claire = await frozen.coordinator();
  const paper = await brought(frozen, actor, [await named(frozen, claire, 'Claire Exemple')]);
  expect((await withPage(frozen, actor, paper)).ok).toBe(true);
  await look(frozen, actor, paper);
  expect(await look(frozen, claire, paper)).toMatchObject({ value: { counts: true } });
});

test('whoever invited somebody by mail and that guest are not two people, in whichever order they look', async () => {
  const frozen = await frozenText(database.db);
  await database.db.deleteFrom('listRepresentative').where('listId', '=', frozen.list).execute();
  const claire = await frozen.coordinator();
  const first = await invited(database.db, frozen, { side: 'carrier', name: 'Claire Encore' });
  const onPaper = await named(frozen, claire, 'Uma Exemple');
  // Named without an address, then invited: the link is of whoever gave the address.
  const late = { code: frozen.code, signatory: await named(frozen, claire, 'Zoé Exemple') };
  const email = emailOf(frozen, 'Zoe Exemple');
  expect((await inviteAgain(stores(), claire, { ...late, email }, frozen.now)).ok).toBe(true);
  const second: Actor = { kind: 'signatory', token: await linkSentTo(database.db, email) };
  for (const guest of [first.actor, second]) {
    for (const [one, other] of [
      [claire, guest],
      [guest, claire],
    ] as const) {
      const paper = await brought(frozen, claire, [onPaper]);
      await withPage(frozen, claire, paper);
      expect(await look(frozen, one, paper)).toMatchObject({ value: { counts: false } });
      expect(await look(frozen, other, paper)).toMatchObject({ refusal: { kind: 'own-guest' } });
      const aside = { code: frozen.code, paper, reason: 'Essai.' };
      await dropPaper(stores(), claire, aside, frozen.now);
    }
  }
  const paper = await brought(frozen, claire, [onPaper]);
  await withPage(frozen, claire, paper);
  await look(frozen, claire, paper);
  expect(await look(frozen, await frozen.member(), paper)).toMatchObject({ value: { counts: true } });
});

test('a side without any account looks by the links of its signatories, and is asked to', async () => {
  const frozen = await frozenText(database.db);
  const { actor } = await invited(database.db, frozen, { side: 'counterpart', name: 'Sam Exemple' });
  await database.db.deleteFrom('listRepresentative').where('listId', '=', frozen.list).execute();
  const claire = await frozen.coordinator();
  const paper = await brought(frozen, claire, [await named(frozen, claire, 'Claire Exemple')]);
  await withPage(frozen, claire, paper);
  await look(frozen, claire, paper);
  // Two of the collective are not enough: the list has somebody, by a link.
  expect(await look(frozen, await frozen.member(), paper)).toMatchObject({ value: { counts: false } });
  const asked = (await mailsTo(database.db, emailOf(frozen, 'Sam Exemple'))).at(-1);
  expect(asked).toMatchObject({ kind: 'signature-paper-brought' });
  const [, , token = ''] = String(asked?.['link']).split('/');
  expect(asked?.['link']).toBe(`/signer/${token}/papier/${String(paper)}`);
  expect(await look(frozen, { kind: 'signatory', token }, paper)).toMatchObject({ value: { counts: true } });
  expect(await look(frozen, actor, paper)).toMatchObject({ refusal: { kind: 'paper-confirmed' } });
});

test('strangers neither bring, nor see, nor learn that there is a paper', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const paper = await brought(frozen, claire, [await named(frozen, claire, 'Claire Exemple')]);
  await withPage(frozen, claire, paper);
  const other = await frozenText(database.db);
  for (const actor of [await frozen.stranger(), await other.coordinator(), { kind: 'anyone' } as const]) {
    expect((await withPage(frozen, actor, paper)).ok).toBe(false);
    expect((await look(frozen, actor, paper)).ok).toBe(false);
    const asked = { code: frozen.code, paper, page: 1 };
    expect((await seePaperPage(stores(), actor, asked, frozen.now)).ok).toBe(false);
  }
  // Found through its text, never by its number alone.
  const through = { code: other.code, paper, page: 1 };
  expect(await seePaperPage(stores(), await other.coordinator(), through, frozen.now)).toMatchObject({
    refusal: { kind: 'unknown-paper' },
  });
});

test('a paper that is not the same text is set aside, with the reason, and signs for nobody', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const lou = await frozen.representative();
  const paper = await brought(frozen, claire, [await named(frozen, claire, 'Claire Exemple')]);
  await withPage(frozen, claire, paper);
  await look(frozen, claire, paper);
  const dropping = { code: frozen.code, paper, reason: 'C’est l’ancienne version.' };
  expect((await dropPaper(stores(), lou, dropping, frozen.now)).ok).toBe(true);
  expect(await look(frozen, lou, paper)).toMatchObject({ refusal: { kind: 'paper-dropped' } });
  expect(await mailsTo(database.db, addressOf(frozen.names.coordinator))).toContainEqual(
    expect.objectContaining({ kind: 'signature-paper-dropped', reason: 'C’est l’ancienne version.' }),
  );
});
