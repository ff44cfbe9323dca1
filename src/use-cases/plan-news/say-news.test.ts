/** What a lead says through the link of their mail: kept once, on their own actions, for as long as the link is theirs. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY } from '#tests/world.ts';
import { changeAction } from '../plans/change-action.ts';
import { askNews } from './ask-news.ts';
import { giveBack } from './give-back.ts';
import { forgetNewsLinks, remindLeads } from './remind-leads.ts';
import { seePlanNews } from './see-plan-news.ts';
import { setNewsRhythm } from './show-news.ts';
import { AGENT, JOB, later, leadOf, newsDesk, NOW } from './testing/news-desk.ts';

const { database, stores, world, ask, tokenFor, say } = newsDesk();

test('a status, a sentence and a photo land on the sheet, with their date, and the asking is answered', async () => {
  const { plan, email, first } = await world('Pistes');
  await ask(plan);
  const token = await tokenFor(email);
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#393' } })
    .withExif({ IFD0: { Model: 'Appareil secret' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 49/1 0/1' } })
    .jpeg()
    .toBuffer();
  expect(bytes.includes('Appareil secret')).toBe(true);
  const file = { filename: '../../IMG 1.JPG', bytes };
  const said = await say(token, { action: first, status: 'ongoing', words: ' Le marché est signé. ', file });
  expect(said).toEqual({ ok: true, value: { already: false } });
  const action = await stores().workingPlans.action({ plan, action: first });
  expect(action).toMatchObject({ sheet: { status: 'ongoing' }, version: 2, newsAt: later(1) });
  expect(action?.documents).toMatchObject([{ title: 'Photo', visibility: 'private' }]);
  const kept = await stores().documents.fetch(action?.documents[0]?.document ?? 0);
  if (kept === null) throw new Error('the photo is not kept');
  const shown = await sharp(kept.bytes).metadata();
  expect([shown.width, shown.height, shown.exif]).toEqual([60, 40, undefined]);
  expect(Buffer.from(kept.bytes).includes('Appareil secret')).toBe(false);
  expect(await stores().news.ofAction(first)).toMatchObject([
    { kind: 'news', status: 'ongoing', words: 'Le marché est signé.', document: { photo: true }, publishedAt: null },
  ]);
  expect(await stores().news.openRequests({ entry: action?.sheet.roles.lead[0] ?? 0 })).toEqual([]);
  const history = await stores().workingPlans.history(first);
  expect(history.at(-2)).toMatchObject({ act: 'say-news', role: 'lead', changes: { status: {} } });
  expect(history.at(-1)).toMatchObject({ act: 'tell-news', role: 'lead' });
});

test('the same form sent twice says it once; the same words in another form are another news', async () => {
  const { plan, email, first } = await world('Pistes');
  await ask(plan);
  const token = await tokenFor(email);
  const [one, two] = await Promise.all([
    say(token, { action: first, words: 'Avance bien.' }),
    say(token, { action: first, words: 'Avance bien.' }),
  ]);
  expect([one, two].map((said) => said.ok && said.value.already).toSorted()).toEqual([false, true]);
  expect(await stores().news.ofAction(first)).toHaveLength(1);
  await say(token, { action: first, words: 'Avance bien.', sending: 'form-2' });
  expect(await stores().news.ofAction(first)).toHaveLength(2);
});

test('other words in the same form, after going back to it, are another news: none is thrown away', async () => {
  const { plan, email, first } = await world('Pistes');
  await ask(plan);
  const token = await tokenFor(email);
  const file = { filename: 'note.pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF') };
  const inTurn = [
    { words: 'Le marché est lancé.' },
    { words: 'Le marché est signé.' },
    { words: 'Le marché est lancé.' },
    { words: 'Le marché est signé.', file },
    { nothingNew: true },
  ];
  for (const said of inTurn) expect((await say(token, { action: first, ...said })).ok).toBe(true);
  expect((await stores().news.ofAction(first)).map(({ words, document }) => [words, document !== null])).toEqual([
    ['', false],
    ['Le marché est signé.', true],
    ['Le marché est signé.', false],
    ['Le marché est lancé.', false],
  ]);
  const given = { action: first, words: 'Je change de service.', sending: 'form-1' };
  expect((await giveBack(stores(), leadOf(token), given, later(1))).ok).toBe(true);
  expect(await stores().news.ofAction(first)).toHaveLength(5);
});

test('« rien de neuf » refreshes the date and changes nothing else', async () => {
  const { plan, email, first } = await world('Pistes');
  await ask(plan);
  await say(await tokenFor(email), { action: first, nothingNew: true, status: 'done', words: '' });
  const action = await stores().workingPlans.action({ plan, action: first });
  expect(action).toMatchObject({ sheet: { status: 'planned' }, newsAt: later(1), version: 1 });
  expect(await stores().news.ofAction(first)).toMatchObject([{ kind: 'nothing-new', status: null }]);
});

test('« ce n’est plus moi » tells who asked, leaves the sheet to the town hall and asks no more', async () => {
  const { plan, email, first, actions, lead } = await world('Pistes', 'Arceaux');
  await ask(plan);
  const token = await tokenFor(email);
  const given = await giveBack(
    stores(),
    leadOf(token),
    { action: first, words: 'Voir Karim Exemple', sending: 'g' },
    later(1),
  );
  expect(given).toEqual({ ok: true, value: { left: false } });
  expect((await stores().workingPlans.action({ plan, action: first }))?.sheet.roles.lead).toEqual([lead]);
  expect((await mailsTo(database.db, addressOf('agent'))).at(-1)).toMatchObject({
    kind: 'news-not-mine',
    asked: true,
    actions: ['1. Pistes'],
    words: 'Voir Karim Exemple',
  });
  expect(await say(token, { action: first, words: 'x' })).toMatchObject({ refusal: { kind: 'unknown-action' } });
  await ask(plan, later(60));
  expect((await mailsTo(database.db, email)).at(-1)).toMatchObject({ actions: ['2. Arceaux'] });
  const all = await giveBack(stores(), leadOf(token), { action: null, words: '', sending: 'h' }, later(2));
  expect(all).toEqual({ ok: true, value: { left: true } });
  expect(await say(token, { action: actions[1] ?? 0, words: 'x' }, later(2))).toMatchObject({
    refusal: { kind: 'link-over' },
  });
});

test('« ce n’est plus moi » after a reminder that nobody asked for, or of who left the town hall, is told to its agents', async () => {
  const told = async (name: string, lead: { entry: { name: string } }) =>
    (await mailsTo(database.db, addressOf(name))).filter(
      ({ kind, name: of }) => kind === 'news-not-mine' && of === lead.entry.name,
    );
  const reminded = await world('Pistes');
  const { plan, email, first } = reminded;
  await setNewsRhythm(stores(), AGENT, { plan, everyMonths: 3, atOnce: false }, NOW);
  await remindLeads(stores(), JOB, later(1));
  await setNewsRhythm(stores(), AGENT, { plan, everyMonths: 0, atOnce: false }, NOW);
  const back = { action: first, words: '', sending: 'r' };
  await giveBack(stores(), leadOf(await tokenFor(email)), back, later(2));
  expect(await told('agent', reminded)).toMatchObject([{ asked: false, actions: ['1. Pistes'] }]);

  const gone = await world('Haies');
  const goneAgent: Actor = {
    kind: 'person',
    id: await ofTownHall(database.db, { name: 'parti', place: BRY }),
    holds: [{ role: 'municipal-agent', place: BRY }],
  };
  await askNews(stores(), goneAgent, { plan: gone.plan, entry: null, actions: null, words: '' }, NOW);
  await database.db.deleteFrom('townHallMember').where('personId', '=', goneAgent.id).execute();
  await giveBack(stores(), leadOf(await tokenFor(gone.email)), { ...back, action: gone.first }, later(2));
  expect(await told('parti', gone)).toEqual([]);
  expect(await told('agent', gone)).toMatchObject([{ asked: false, actions: ['1. Haies'] }]);
});

test('a link that is over, of somebody who left, or whose address changed opens nothing', async () => {
  const { plan, email, first, lead, entry } = await world('Pistes');
  await ask(plan);
  const token = await tokenFor(email);
  expect(await say(token, { action: first, words: 'x' }, later(46))).toMatchObject({ refusal: { kind: 'link-over' } });
  expect(await say('nonsense', { action: first, words: 'x' })).toMatchObject({ refusal: { kind: 'unknown-link' } });
  const change = async (with_: { email: string; leftOn: string | null }, version: number) =>
    await stores().directory.change(BRY, { ...entry, ...with_, id: lead, version });
  await change({ email: 'autre@example.fr', leftOn: null }, 1);
  expect(await say(token, { action: first, words: 'x' })).toMatchObject({ refusal: { kind: 'link-over' } });
  await change({ email, leftOn: '2027-02-01' }, 2);
  expect(await say(token, { action: first, words: 'x' })).toMatchObject({ refusal: { kind: 'link-over' } });
  expect((await ask(plan, later(40))).withoutAddress).toEqual([entry.name]);
  const seen = await seePlanNews(stores(), AGENT, { plan });
  expect(seen.ok && seen.value.toReassign).toMatchObject([{ id: first, by: entry.name, left: true }]);
  expect(await stores().news.ofAction(first)).toEqual([]);
  expect(await forgetNewsLinks(stores(), JOB, later(50))).toMatchObject({ ok: true });
  expect(await stores().news.byLink(token)).toBeNull();
});

test('a link opens the actions of its lead alone, whatever the form says', async () => {
  const { plan, email } = await world('Pistes');
  const other = await world('Haies');
  await ask(plan);
  expect(await say(await tokenFor(email), { action: other.first, words: 'x' })).toMatchObject({
    refusal: { kind: 'unknown-action' },
  });
});

test('where somebody else changed the status meanwhile nothing is written and both are told', async () => {
  const { plan, email, first } = await world('Pistes');
  await ask(plan);
  await changeAction(
    stores(),
    AGENT,
    { plan, action: first, version: 1, patch: { status: 'done', blocked: null } },
    NOW,
  );
  const said = await say(await tokenFor(email), {
    action: first,
    version: 1,
    status: 'paused',
    words: 'Plus de crédit.',
  });
  expect(said).toMatchObject({ refusal: { kind: 'action-edited-meanwhile', version: 2 } });
  expect(await stores().news.ofAction(first)).toEqual([]);
  // Seen, and said again.
  const again = await say(await tokenFor(email), {
    action: first,
    version: 2,
    status: 'paused',
    words: 'Plus de crédit.',
  });
  expect(again.ok).toBe(true);
});

test('nothing said, a blocked action without a reason, and files that are none are told, and nothing is kept', async () => {
  const { plan, email, first } = await world('Pistes');
  await ask(plan);
  const token = await tokenFor(email);
  const file = (bytes: Buffer) => ({ filename: 'x.jpg', bytes });
  expect(await say(token, { action: first })).toMatchObject({ refusal: { kind: 'nothing-said' } });
  expect(await say(token, { action: first, status: 'blocked' })).toMatchObject({
    refusal: { kind: 'blocked-without-why' },
  });
  expect(await say(token, { action: first, words: 'x'.repeat(2001) })).toMatchObject({
    refusal: { kind: 'news-too-long' },
  });
  expect(await say(token, { action: first, file: file(Buffer.alloc(0)) })).toMatchObject({
    refusal: { kind: 'empty-file' },
  });
  expect(await say(token, { action: first, file: file(Buffer.from('<script>')) })).toMatchObject({
    refusal: { kind: 'not-a-scan' },
  });
  expect(await say(token, { action: first, file: file(Buffer.alloc(21 * 1024 * 1024)) })).toMatchObject({
    refusal: { kind: 'file-too-large' },
  });
  // A few bytes that claim 60,000 × 60,000 pixels.
  const bomb = Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea600802000000', 'hex');
  expect((await say(token, { action: first, file: file(bomb) })).ok).toBe(false);
  expect(await stores().news.ofAction(first)).toEqual([]);
  const blocked = await say(token, {
    action: first,
    status: 'blocked',
    blocked: { why: 'Le terrain n’est pas acquis', unblocks: 'La vente' },
  });
  expect(blocked.ok).toBe(true);
});
