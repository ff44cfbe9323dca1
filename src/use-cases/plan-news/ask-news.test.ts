/** Asking leads for news: one mail about all they carry, its reminders, and an end to them. */
import { beforeAll, expect, test } from 'vitest';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import { claimMail } from '#server/storage/mail-delivery.ts';
import { storesOn } from '#server/stores.ts';
import { mailsTo } from '#tests/people.ts';
import { BRY } from '#tests/world.ts';
import { changeAction } from '../plans/change-action.ts';
import { askNews } from './ask-news.ts';
import { enterNews } from './enter-news.ts';
import { remindLeads } from './remind-leads.ts';
import { seePlanNews } from './see-plan-news.ts';
import { setNewsRhythm } from './show-news.ts';
import { AGENT, JOB, later, leadOf, newsDesk, NOW } from './testing/news-desk.ts';

const { database, stores, world, ask, tokenFor, say } = newsDesk();

const everything = async () =>
  JSON.stringify([
    await database.db.selectFrom('workingAction').selectAll().orderBy('id').execute(),
    await database.db.selectFrom('actionNews').selectAll().orderBy('id').execute(),
    await database.db.selectFrom('newsRequestAction').selectAll().orderBy('requestId').orderBy('actionId').execute(),
    await database.db.selectFrom('newsLink').selectAll().orderBy('tokenHash').execute(),
  ]);

test('a lead is written to once about all they carry, and opening the link changes nothing', async () => {
  const { plan, email, actions, lead, entry } = await world('Pistes', 'Arceaux');
  const asked = await ask(plan, NOW, 'Pour le conseil de juin.');
  expect(asked).toMatchObject({ asked: [entry.name], already: [], withoutAddress: [] });
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

test('reminders are grouped, a month apart, four at most, and stop with the answer', async () => {
  const { plan, email, actions, entry } = await world('Pistes', 'Arceaux');
  const mails = async () => (await mailsTo(database.db, email)).filter(({ kind }) => kind === 'news-asked');
  const remind = async (days: number) => await remindLeads(stores(), JOB, later(days));
  await ask(plan);
  // Asked again before its time, by the button or by the job: nothing goes.
  expect((await ask(plan, later(10))).already).toEqual([entry.name]);
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
  expect((await ask(spoken.plan, later(5))).recent).toEqual([spoken.entry.name]);
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
    AGENT,
    { plan, action: actions[1] ?? 0, version: 1, patch: { status: 'done', blocked: null } },
    NOW,
  );
  const rhythm = await setNewsRhythm(stores(), AGENT, { plan, everyMonths: 3, atOnce: false }, NOW);
  expect(rhythm.ok).toBe(true);
  await remindLeads(stores(), JOB, later(1));
  expect(await mailsTo(database.db, email)).toMatchObject([{ why: 'its-time', actions: ['1. Pistes'] }]);
  await say(await tokenFor(email), { action: actions[0] ?? 0, nothingNew: true }, later(2));
  await remindLeads(stores(), JOB, later(60));
  expect(await mailsTo(database.db, email)).toHaveLength(1);
  await remindLeads(stores(), JOB, later(95));
  expect(await mailsTo(database.db, email)).toHaveLength(2);
  await setNewsRhythm(stores(), AGENT, { plan, everyMonths: 0, atOnce: false }, NOW);
});

const EMAIL = 'nadia.ensemble@example.fr';
let lead = 0;

beforeAll(async () => {
  const entry = { kind: 'person', isElected: false, isPublic: false, name: 'Nadia', email: EMAIL } as const;
  lead = await stores().directory.add(BRY, { ...entry, at: NOW });
});

async function planOf(...titles: string[]) {
  const plan = await stores().workingPlans.create({ place: BRY, title: 'Plan', introduction: '', by: 'x', at: NOW });
  const actions = await stores().workingPlans.addActions(
    titles.map((title, index) => {
      const sheet = emptySheet(title);
      const led = { ...sheet, roles: { ...sheet.roles, lead: [lead] } };
      return { plan, axis: null, number: String(index + 1), sheet: led, asWritten: null, at: NOW };
    }),
  );
  return { plan, actions };
}

const afterMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const askAbout = async (plan: number, actions: readonly number[], minutes: number, words = '') =>
  await askNews(stores(), AGENT, { plan, entry: null, actions, words }, afterMinutes(minutes));
const mails = async () => await mailsTo(database.db, EMAIL);

test('asked action by action, of one plan or two, a lead receives one mail about all of it, a quarter of an hour later', async () => {
  const { plan, actions } = await planOf('Pistes', 'Arceaux', 'Haies');
  const other = await planOf('Jardins');
  const [bikes = 0, racks = 0, hedges = 0] = actions;
  expect(await askAbout(plan, [], 0)).toMatchObject({ refusal: { kind: 'no-action-chosen' } });
  await askAbout(plan, [bikes], 0, 'Pour le conseil.');
  expect(await mails()).toMatchObject([{ actions: ['1. Pistes'] }]);
  await askAbout(plan, [racks], 3);
  await askAbout(other.plan, other.actions, 14, 'Et les jardins ?');
  expect(await mails()).toMatchObject([
    { why: 'asked', actions: ['1. Pistes', '2. Arceaux', '1. Jardins'], words: 'Pour le conseil.\n\nEt les jardins ?' },
  ]);
  expect(await claimMail(database.db, afterMinutes(14))).toBeNull();
  expect(await claimMail(database.db, afterMinutes(15))).toMatchObject({ kind: 'news-asked' });
  // It has left: what is asked now goes by itself, and says nothing again.
  await askAbout(plan, [hedges, bikes], 16);
  expect(await mails()).toMatchObject([{}, { actions: ['3. Haies'], words: '' }]);
});

test('the news of a plan are seen in as many queries for two leads as for one', async () => {
  const { plan } = await planOf('Un');
  const spent = async () => {
    let queries = 0;
    const counted = database.db.withPlugin({
      transformQuery: ({ node }) => {
        queries += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const seen = await seePlanNews(storesOn(counted), AGENT, { plan });
    return { queries, leads: seen.ok ? seen.value.leads.map(({ actions }) => actions.length) : [] };
  };
  const one = await spent();
  const entry = { kind: 'service', isElected: false, isPublic: true, name: 'Voirie', email: null } as const;
  const service = await stores().directory.add(BRY, { ...entry, at: NOW });
  const sheet = emptySheet('Deux');
  const led = { ...sheet, roles: { ...sheet.roles, lead: [lead, service] } };
  await stores().workingPlans.addAction({ plan, axis: null, number: '2', sheet: led, asWritten: null, at: NOW });
  expect(one.leads).toEqual([1]);
  expect(await spent()).toEqual({ queries: one.queries, leads: [2, 1] });
});
