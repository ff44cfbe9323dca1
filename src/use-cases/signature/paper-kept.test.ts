/** What is kept of a paper, what it may say, the vote of a council, and who sees its scans. */
import { expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { frozenText, invited, signedOnline } from '#tests/signing-world.ts';
import { SCAN_BYTES_LIMIT } from './add-paper-page.ts';
import { bringPaper } from './bring-paper.ts';
import { dropPaper } from './confirm-paper.ts';
import { seePaperPage, seePapers, showScans } from './see-paper.ts';
import { paperTable } from './testing/paper-table.ts';

const { database, stores, photo, named, brought, withPage, look } = paperTable();

test('the original bytes are kept as they came, what is shown is upright', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const paper = await brought(frozen, claire, [await named(frozen, claire, 'Claire Exemple')]);
  const bytes = await photo();
  await withPage(frozen, claire, paper, bytes);
  const seen = await seePapers(stores(), claire, { code: frozen.code }, frozen.now);
  const [page] = seen.ok ? (seen.value.papers.find(({ id }) => id === paper)?.pages ?? []) : [];
  expect(page?.shown).toEqual({ width: 20, height: 30 });
  expect((await stores().documents.fetch(page?.document ?? 0))?.bytes).toEqual(bytes);
  const shown = await seePaperPage(stores(), claire, { code: frozen.code, paper, page: 1 }, frozen.now);
  expect(shown).toMatchObject({ ok: true, value: { kind: 'picture' } });
  // A draft made of the same file and forgotten does not take the evidence away.
  expect(await stores().documents.forgetUnused(page?.document ?? 0)).toBe(false);
});

test('a file that is too heavy, empty, HEIC, or no picture at all is refused, and the paper stays as it was', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const paper = await brought(frozen, claire, [await named(frozen, claire, 'Claire Exemple')]);
  expect(await withPage(frozen, claire, paper, new Uint8Array(SCAN_BYTES_LIMIT + 1))).toMatchObject({
    refusal: { kind: 'file-too-large', limitInBytes: SCAN_BYTES_LIMIT },
  });
  expect(await withPage(frozen, claire, paper, new Uint8Array())).toMatchObject({ refusal: { kind: 'empty-file' } });
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
  expect(await withPage(frozen, claire, paper, heic)).toMatchObject({ refusal: { kind: 'heic-picture' } });
  expect(await withPage(frozen, claire, paper, Buffer.from('bonjour'))).toMatchObject({
    refusal: { kind: 'not-a-scan' },
  });
  const bytes = await photo();
  expect((await withPage(frozen, claire, paper, bytes)).ok).toBe(true);
  expect(await withPage(frozen, claire, paper, bytes)).toMatchObject({ refusal: { kind: 'same-page' } });
  const [kept] = await stores().signing.papers.of(frozen.id);
  expect(kept?.pages).toHaveLength(1);
  expect(kept?.signatories).toHaveLength(1);
});

test('nothing is added to a paper that somebody already looked at', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const paper = await brought(frozen, claire, [await named(frozen, claire, 'Claire Exemple')]);
  expect(await look(frozen, claire, paper)).toMatchObject({ refusal: { kind: 'no-page-yet' } });
  await withPage(frozen, claire, paper);
  await look(frozen, claire, paper);
  expect(await withPage(frozen, claire, paper)).toMatchObject({ refusal: { kind: 'witnessed-already' } });
});

test('nobody signed before the text was there, nor tomorrow; one who signed online is not on the paper', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const signatory = await named(frozen, claire, 'Claire Exemple');
  const bring = (signedOn: string, signatories: readonly number[]) =>
    bringPaper(stores(), claire, { code: frozen.code, kind: 'paper', signedOn, signatories }, frozen.now);
  expect(await bring('2026-02-28', [signatory])).toMatchObject({ refusal: { kind: 'before-the-text' } });
  expect(await bring('2026-03-02', [signatory])).toMatchObject({ refusal: { kind: 'day-to-come' } });
  expect(await bring('1 mars', [signatory])).toMatchObject({ refusal: { kind: 'not-a-day' } });
  expect(await bring('2026-03-01', [])).toMatchObject({ refusal: { kind: 'nobody-signed-it' } });
  expect(await bring('2026-03-01', [999_999])).toMatchObject({ refusal: { kind: 'unknown-signatory' } });
  const online = await signedOnline(database.db, frozen, { side: 'carrier', name: 'Ali Exemple' });
  expect(await bring('2026-03-01', [online.id])).toMatchObject({
    refusal: { kind: 'signed-otherwise', name: 'Ali Exemple' },
  });
});

test('a council signs by its vote: the deliberation attached and confirmed, nothing less', async () => {
  const frozen = await frozenText(database.db, { council: true });
  const claire = await frozen.coordinator();
  const elu = await frozen.representative();
  const vote = { code: frozen.code, kind: 'deliberation', signedOn: '2026-03-01', number: '2026-03-12' } as const;
  expect(await bringPaper(stores(), elu, { ...vote, number: '' }, frozen.now)).toMatchObject({
    refusal: { kind: 'bad-number' },
  });
  await signedOnline(database.db, frozen, { side: 'carrier', name: 'Claire Exemple' });
  const maire = await signedOnline(database.db, frozen, { side: 'counterpart', name: 'Maire Exemple' });
  expect(maire.complete).toBe(false);
  const done = await bringPaper(stores(), elu, vote, frozen.now);
  if (!done.ok) throw new Error(done.refusal.kind);
  const { paper } = done.value;
  const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');
  expect((await withPage(frozen, elu, paper, pdf)).ok).toBe(true);
  await look(frozen, elu, paper);
  expect(await look(frozen, claire, paper)).toEqual({ ok: true, value: { counts: true, complete: true } });
  const signing = await stores().signing.find({ id: frozen.id });
  expect(signing?.signatories.at(-1)).toMatchObject({
    side: 'counterpart',
    name: frozen.text.counterpart.name,
    means: 'council-vote',
  });

  const list = await frozenText(database.db);
  const refused = await bringPaper(stores(), await list.representative(), { ...vote, code: list.code }, list.now);
  expect(refused).toMatchObject({ refusal: { kind: 'no-council' } });
});

test('a vote counts for nothing while nobody of the town hall recognised it, even when nobody of it is here', async () => {
  const frozen = await frozenText(database.db, { council: true });
  const claire = await frozen.coordinator();
  const elected = await frozen.representative();
  await database.db.deleteFrom('townHallMember').execute();
  const vote = { code: frozen.code, kind: 'deliberation', signedOn: '2026-03-01', number: '12' } as const;
  const done = await bringPaper(stores(), claire, vote, frozen.now);
  if (!done.ok) throw new Error(done.refusal.kind);
  await withPage(frozen, claire, done.value.paper);
  // A second address of one's own makes a second person.
  const second = await invited(database.db, frozen, { side: 'carrier', name: 'Claire Encore' });
  for (const witness of [claire, await frozen.member()]) {
    expect(await look(frozen, witness, done.value.paper)).toMatchObject({ value: { counts: false } });
  }
  expect(await look(frozen, second.actor, done.value.paper)).toMatchObject({ refusal: { kind: 'own-guest' } });
  expect(await look(frozen, elected, done.value.paper)).toMatchObject({ value: { counts: true } });
});

test('scans become public only when both sides chose so, and only confirmed ones', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const lou = await frozen.representative();
  const anyone: Actor = { kind: 'anyone' };
  const first = await named(frozen, claire, 'Claire Exemple');
  const second = await named(frozen, lou, 'Lou Exemple');
  const aside = await brought(frozen, claire, [first]);
  await withPage(frozen, claire, aside);
  await dropPaper(stores(), lou, { code: frozen.code, paper: aside, reason: 'Floue.' }, frozen.now);
  const paper = await brought(frozen, claire, [first, second]);
  await withPage(frozen, claire, paper);
  await look(frozen, claire, paper);
  await look(frozen, lou, paper);
  const see = (id: number) => seePaperPage(stores(), anyone, { code: frozen.code, paper: id, page: 1 }, frozen.now);
  expect((await see(paper)).ok).toBe(false);
  await showScans(stores(), claire, { code: frozen.code, show: true }, frozen.now);
  expect((await see(paper)).ok).toBe(false);
  await showScans(stores(), lou, { code: frozen.code, show: true }, frozen.now);
  expect((await see(paper)).ok).toBe(true);
  expect((await see(aside)).ok).toBe(false);
  await showScans(stores(), lou, { code: frozen.code, show: false }, frozen.now);
  expect((await see(paper)).ok).toBe(false);
});
