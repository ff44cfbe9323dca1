import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { prepareScan } from '#server/scans/prepare-scan.ts';
import { publicNewsFile, publicNewsOf, publishNewsOf } from '#server/storage/action-news.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, CHAMPIGNY, publish, settle } from '#tests/world.ts';
import { writePlan } from '#tests/world-readings.ts';
import { changeAction } from '../plans/change-action.ts';
import { seeNextVersion } from '../plans/prepare-version.ts';
import { publishPlan } from '../plans/publish-plan.ts';
import { askNews } from './ask-news.ts';
import { enterNews } from './enter-news.ts';
import { giveBack } from './give-back.ts';
import { forgetNewsLinks, remindLeads } from './remind-leads.ts';
import { sayNews, type SayNews } from './say-news.ts';
import { seePlanNews } from './see-plan-news.ts';
import { setNewsRhythm, showNews } from './show-news.ts';

process.env['SITE_SECRET'] ??= 'a secret of a test that nobody else knows';
const database = withTestDatabase();
const stores = () => storesOn(database.db);
const NOW = new Date('2027-03-01T09:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const JOB: Actor = { kind: 'job', name: 'remind-leads' };
let agent: Actor;

beforeAll(async () => {
  await settle(database.db);
  agent = {
    kind: 'person',
    id: await ofTownHall(database.db, { name: 'agent', place: BRY }),
    holds: [{ role: 'municipal-agent', place: BRY }],
  };
});

let count = 0;
/** A plan of Bry with one lead, who has an address, and as many actions as titles. */
async function world(...titles: string[]) {
  count += 1;
  const email = `nadia${count}@example.fr`;
  const place: PlaceCode = BRY;
  const plan = await stores().workingPlans.create({
    place,
    title: `Plan ${count}`,
    introduction: '',
    by: 'x',
    at: NOW,
  });
  const entry = { kind: 'person', isElected: false, isPublic: false, name: `Nadia ${count}`, email } as const;
  const lead = await stores().directory.add(place, { ...entry, at: NOW });
  const actions = await stores().workingPlans.addActions(
    titles.map((title, index) => {
      const sheet = emptySheet(title);
      const filled = { ...sheet, status: 'planned', roles: { ...sheet.roles, lead: [lead] } } as const;
      return { plan, axis: null, number: String(index + 1), sheet: filled, asWritten: null, at: NOW };
    }),
  );
  const [first = 0] = actions;
  return { plan, lead, entry, email, actions, first };
}

async function ask(plan: number, now = NOW, words = '') {
  const asked = await askNews(stores(), agent, { plan, entry: null, actions: null, words }, now);
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
}

async function tokenFor(email: string): Promise<string> {
  const mail = (await mailsTo(database.db, email)).findLast(({ kind }) => kind === 'news-asked');
  return String(mail?.['link']).replace('/actualiser/', '');
}

const leadOf = (token: string): Actor => ({ kind: 'lead', token });
const nothing: Omit<SayNews, 'action'> = {
  version: 1,
  status: null,
  blocked: null,
  words: '',
  file: null,
  nothingNew: false,
  sending: 'form-1',
};
const say = async (token: string, said: Partial<SayNews> & { action: number }, now = later(1)) =>
  await sayNews(stores(), leadOf(token), { ...nothing, ...said }, { now, prepare: prepareScan });

const everything = async () =>
  JSON.stringify([
    await database.db.selectFrom('workingAction').selectAll().orderBy('id').execute(),
    await database.db.selectFrom('actionNews').selectAll().orderBy('id').execute(),
    await database.db.selectFrom('newsRequestAction').selectAll().orderBy('requestId').orderBy('actionId').execute(),
    await database.db.selectFrom('newsLink').selectAll().orderBy('tokenHash').execute(),
  ]);

test('a lead is written to once about all they carry, and opening the link changes nothing', async () => {
  const { plan, email, actions, lead } = await world('Pistes', 'Arceaux');
  const asked = await ask(plan, NOW, 'Pour le conseil de juin.');
  expect(asked).toMatchObject({ asked: [`Nadia ${count}`], already: [], withoutAddress: [] });
  const mails = await mailsTo(database.db, email);
  expect(mails).toMatchObject([
    { kind: 'news-asked', why: 'asked', actions: ['1. Pistes', '2. Arceaux'], words: 'Pour le conseil de juin.' },
  ]);
  const token = await tokenFor(email);
  const before = await everything();
  const entered = await enterNews(stores(), leadOf(token), { now: later(1) });
  expect(entered).toMatchObject({ ok: true, value: { lead: { entry: lead } } });
  expect(entered.ok && entered.value.actions.map(({ id }) => id)).toEqual(actions);
  expect(await everything()).toBe(before);
  // Only a hash is kept: whoever steals the database opens nothing.
  expect(before).not.toContain(token);
});

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
  expect(Buffer.from(kept?.bytes ?? []).includes('Appareil secret')).toBe(false);
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
  const told = async (name: string) =>
    (await mailsTo(database.db, addressOf(name))).filter(
      ({ kind, name: of }) => kind === 'news-not-mine' && of === `Nadia ${count}`,
    );
  const { plan, email, first } = await world('Pistes');
  await setNewsRhythm(stores(), agent, { plan, everyMonths: 3, atOnce: false }, NOW);
  await remindLeads(stores(), JOB, later(1));
  await setNewsRhythm(stores(), agent, { plan, everyMonths: 0, atOnce: false }, NOW);
  const back = { action: first, words: '', sending: 'r' };
  await giveBack(stores(), leadOf(await tokenFor(email)), back, later(2));
  expect(await told('agent')).toMatchObject([{ asked: false, actions: ['1. Pistes'] }]);

  const gone = await world('Haies');
  const goneAgent: Actor = {
    kind: 'person',
    id: await ofTownHall(database.db, { name: 'parti', place: BRY }),
    holds: [{ role: 'municipal-agent', place: BRY }],
  };
  await askNews(stores(), goneAgent, { plan: gone.plan, entry: null, actions: null, words: '' }, NOW);
  await database.db.deleteFrom('townHallMember').where('personId', '=', goneAgent.id).execute();
  await giveBack(stores(), leadOf(await tokenFor(gone.email)), { ...back, action: gone.first }, later(2));
  expect(await told('parti')).toEqual([]);
  expect(await told('agent')).toMatchObject([{ asked: false, actions: ['1. Haies'] }]);
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
  expect((await ask(plan, later(40))).withoutAddress).toEqual([`Nadia ${count}`]);
  const seen = await seePlanNews(stores(), agent, { plan });
  expect(seen.ok && seen.value.toReassign).toMatchObject([{ id: first, by: `Nadia ${count}`, left: true }]);
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
    agent,
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

test('reminders are grouped, a month apart, four at most, and stop with the answer', async () => {
  const { plan, email, actions } = await world('Pistes', 'Arceaux');
  const mails = async () => (await mailsTo(database.db, email)).filter(({ kind }) => kind === 'news-asked');
  const remind = async (days: number) => await remindLeads(stores(), JOB, later(days));
  await ask(plan);
  // Asked again before its time, by the button or by the job: nothing goes.
  expect((await ask(plan, later(10))).already).toEqual([`Nadia ${count}`]);
  await remind(29);
  expect(await mails()).toHaveLength(1);
  await remind(30);
  await remind(30);
  expect(await mails()).toMatchObject([{}, { why: 'reminder', actions: ['1. Pistes', '2. Arceaux'] }]);
  await say(await tokenFor(email), { action: actions[0] ?? 0, nothingNew: true }, later(31));
  // Whoever just said how far an action is, is not asked about it by asking everybody.
  const spoken = await world('Haies');
  await ask(spoken.plan);
  await say(await tokenFor(spoken.email), { action: spoken.first, nothingNew: true });
  expect((await ask(spoken.plan, later(5))).recent).toEqual([`Nadia ${count}`]);
  expect(await mailsTo(database.db, spoken.email)).toHaveLength(1);
  await remind(60);
  expect((await mails()).at(-1)).toMatchObject({ why: 'reminder', actions: ['2. Arceaux'] });
  await remind(90);
  await remind(120);
  await remind(150);
  expect(await mails()).toHaveLength(4);
});

test('a plan that asks by itself asks once its time has come, never of what is over', async () => {
  const { plan, email, actions } = await world('Pistes', 'Finie');
  await changeAction(
    stores(),
    agent,
    { plan, action: actions[1] ?? 0, version: 1, patch: { status: 'done', blocked: null } },
    NOW,
  );
  const rhythm = await setNewsRhythm(stores(), agent, { plan, everyMonths: 3, atOnce: false }, NOW);
  expect(rhythm.ok).toBe(true);
  await remindLeads(stores(), JOB, later(1));
  expect(await mailsTo(database.db, email)).toMatchObject([{ why: 'its-time', actions: ['1. Pistes'] }]);
  await say(await tokenFor(email), { action: actions[0] ?? 0, nothingNew: true }, later(2));
  await remindLeads(stores(), JOB, later(60));
  expect(await mailsTo(database.db, email)).toHaveLength(1);
  await remindLeads(stores(), JOB, later(95));
  expect(await mailsTo(database.db, email)).toHaveLength(2);
  await setNewsRhythm(stores(), agent, { plan, everyMonths: 0, atOnce: false }, NOW);
});

test('news are seen with the next publication, or at once where the place chose so, and never those kept inside', async () => {
  const { db } = database;
  const published = await publish(db, BRY, writePlan(`Plan publié ${++count}`, [{ number: '1', title: 'Haies' }]));
  const { id: action } = await db
    .selectFrom('action')
    .select('id')
    .where('planId', '=', published)
    .executeTakeFirstOrThrow();
  await stores().workingPlans.create({ id: published, place: BRY, title: 'x', introduction: '', by: 'x', at: NOW });
  const entry = {
    kind: 'person',
    isElected: false,
    isPublic: false,
    name: 'Zoé Exemple',
    email: 'zoe@example.fr',
  } as const;
  const lead = await stores().directory.add(BRY, { ...entry, at: NOW });
  const sheet = emptySheet('Haies');
  const filled = { ...sheet, roles: { ...sheet.roles, lead: [lead] } };
  await stores().workingPlans.addAction({
    id: action,
    plan: published,
    axis: null,
    number: '1',
    sheet: filled,
    asWritten: null,
    at: NOW,
  });
  await ask(published);
  const token = await tokenFor('zoe@example.fr');
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#393' } })
    .jpeg()
    .toBuffer();
  await say(token, { action, words: 'Plantée.', file: { filename: 'haie.jpg', bytes } });
  expect(await publicNewsOf(db, action)).toEqual([]);
  await showAwaiting(published, later(2));
  // A name that is not public stays inside.
  expect(await publicNewsOf(db, action)).toMatchObject([{ words: 'Plantée.', by: null, photo: null }]);
  // Nor is a photograph that nobody of the town hall looked at shown to everybody.
  const [kept] = (await stores().workingPlans.action({ plan: published, action }))?.documents ?? [];
  const wanted = { plan: published, sha256: kept?.sha256 ?? '' };
  expect(await publicNewsFile(db, wanted)).toBeNull();
  await stores().workingPlans.changeDocument({ action, id: kept?.id ?? 0 }, { title: 'La haie', visibility: 'public' });
  expect(await publicNewsOf(db, action)).toMatchObject([{ photo: wanted.sha256 }]);
  expect((await publicNewsFile(db, wanted))?.mediaType).toBe('image/jpeg');
  expect(await publicNewsFile(db, { ...wanted, plan: 1 })).toBeNull();
  await setNewsRhythm(stores(), agent, { plan: published, everyMonths: 0, atOnce: true }, NOW);
  await say(token, { action, words: 'Arrosée.', sending: 'form-2' }, later(3));
  expect(await publicNewsOf(db, action)).toMatchObject([{ words: 'Arrosée.' }, { words: 'Plantée.' }]);
  const [latest] = await stores().news.ofAction(action);
  await showNews(stores(), agent, { plan: published, news: latest?.id ?? 0, hidden: true }, later(4));
  await showAwaiting(published, later(5));
  expect(await publicNewsOf(db, action)).toMatchObject([{ words: 'Plantée.' }]);
  // Kept back no more: it waits for the next version like any other.
  await setNewsRhythm(stores(), agent, { plan: published, everyMonths: 0, atOnce: false }, NOW);
  await showNews(stores(), agent, { plan: published, news: latest?.id ?? 0, hidden: false }, later(6));
  expect(await publicNewsOf(db, action)).toMatchObject([{ words: 'Plantée.' }]);
  await showAwaiting(published, later(7));
  expect(await publicNewsOf(db, action)).toHaveLength(2);
});

const showAwaiting = async (plan: number, at: Date) => {
  const waiting = await stores().news.awaiting(plan);
  await publishNewsOf(
    database.db,
    waiting.map(({ id }) => id),
    at,
  );
};

/** A plan whose one action everybody will see, and the link of its lead. */
async function publicWorld() {
  const made = await world('Pistes');
  const { plan, first, email } = made;
  await changeAction(stores(), agent, { plan, action: first, version: 1, patch: { visibility: 'public' } }, NOW);
  await ask(plan);
  return { ...made, token: await tokenFor(email) };
}

const look = async (plan: number) => {
  const seen = await seeNextVersion(stores(), agent, { plan });
  if (!seen.ok) throw new Error(seen.refusal.kind);
  return seen.value;
};
const publishSeen = async (plan: number, seen: number) =>
  await publishPlan(stores(), agent, { plan, note: '', seen }, later(9));

test('a version shows the news that were looked at: one that came since, or is kept inside no more, is looked at first', async () => {
  const { plan, first, token } = await publicWorld();
  await say(token, { action: first, version: 2, words: 'La première.' });
  const page = await look(plan);
  expect(page.news).toMatchObject([{ words: 'La première.', about: { number: '1', title: 'Pistes' } }]);
  await say(token, { action: first, version: 2, words: 'La seconde.', sending: 'form-2' });
  expect(await publishSeen(plan, page.plan.changes)).toMatchObject({ refusal: { kind: 'plan-moved-on' } });
  const again = await look(plan);
  const [, second] = again.news;
  await showNews(stores(), agent, { plan, news: second?.id ?? 0, hidden: true }, later(2));
  const without = await look(plan);
  expect(without.news).toMatchObject([{ words: 'La première.' }]);
  await showNews(stores(), agent, { plan, news: second?.id ?? 0, hidden: false }, later(2));
  expect(await publishSeen(plan, without.plan.changes)).toMatchObject({ refusal: { kind: 'plan-moved-on' } });
  await showNews(stores(), agent, { plan, news: second?.id ?? 0, hidden: true }, later(2));
  expect((await publishSeen(plan, (await look(plan)).plan.changes)).ok).toBe(true);
  expect(await publicNewsOf(database.db, first)).toMatchObject([{ words: 'La première.' }]);
  // What is kept inside no more is worth a version of its own.
  await showNews(stores(), agent, { plan, news: second?.id ?? 0, hidden: false }, later(10));
  expect((await publishSeen(plan, (await look(plan)).plan.changes)).ok).toBe(true);
  expect(await publicNewsOf(database.db, first)).toHaveLength(2);
});

test('a news that holds a name that is not public is shown neither with a version nor at once before somebody decides', async () => {
  const { plan, first, token, entry } = await publicWorld();
  await say(token, { action: first, version: 2, words: `Voir ${entry.name.toUpperCase()}.` });
  const page = await look(plan);
  expect(page.obstacles).toMatchObject([
    { kind: 'private-names', found: [{ where: { kind: 'news', number: '1' }, name: entry.name }] },
  ]);
  expect(await publishSeen(plan, page.plan.changes)).toMatchObject({ refusal: { kind: 'private-names' } });
  await showNews(stores(), agent, { plan, news: page.news[0]?.id ?? 0, hidden: true }, later(2));
  expect((await publishSeen(plan, (await look(plan)).plan.changes)).ok).toBe(true);
  await setNewsRhythm(stores(), agent, { plan, everyMonths: 0, atOnce: true }, NOW);
  await say(token, { action: first, version: 2, words: `Encore ${entry.name}.`, sending: 'form-2' });
  await say(token, { action: first, version: 2, words: 'Sans personne.', sending: 'form-3' });
  await showNews(stores(), agent, { plan, news: page.news[0]?.id ?? 0, hidden: false }, later(3));
  expect(await publicNewsOf(database.db, first)).toMatchObject([{ words: 'Sans personne.' }]);
  expect((await look(plan)).news).toHaveLength(2);
});

test('another town hall asks nothing, and a news of another plan is not found', async () => {
  const { plan } = await world('Pistes');
  const stranger: Actor = { kind: 'person', id: 'z', holds: [{ role: 'municipal-agent', place: CHAMPIGNY }] };
  const request = { plan, entry: null, actions: null, words: '' };
  expect(await askNews(stores(), stranger, request, NOW)).toMatchObject({ refusal: { kind: 'unknown-plan' } });
  expect(await showNews(stores(), agent, { plan, news: 1, hidden: true }, NOW)).toMatchObject({
    refusal: { kind: 'unknown-news' },
  });
});
