import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import { claimMail } from '#server/storage/mail-delivery.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { mailsTo, newPerson } from '#tests/people.ts';
import { BRY, settle } from '#tests/world.ts';
import { askNews } from './ask-news.ts';
import { seePlanNews } from './see-plan-news.ts';

process.env['SITE_SECRET'] ??= 'a secret of a test that nobody else knows';
const database = withTestDatabase();
const stores = () => storesOn(database.db);
const NOW = new Date('2027-03-01T09:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const EMAIL = 'nadia.ensemble@example.fr';
let agent: Actor;
let lead = 0;

beforeAll(async () => {
  await settle(database.db);
  const id = await newPerson(database.db, 'agent');
  agent = { kind: 'person', id, holds: [{ role: 'municipal-agent', place: BRY }] };
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

const ask = async (plan: number, actions: readonly number[], minutes: number, words = '') =>
  await askNews(stores(), agent, { plan, entry: null, actions, words }, later(minutes));
const mails = async () => await mailsTo(database.db, EMAIL);

test('asked action by action, of one plan or two, a lead receives one mail about all of it, a quarter of an hour later', async () => {
  const { plan, actions } = await planOf('Pistes', 'Arceaux', 'Haies');
  const other = await planOf('Jardins');
  const [bikes = 0, racks = 0, hedges = 0] = actions;
  expect(await ask(plan, [], 0)).toMatchObject({ refusal: { kind: 'no-action-chosen' } });
  await ask(plan, [bikes], 0, 'Pour le conseil.');
  expect(await mails()).toMatchObject([{ actions: ['1. Pistes'] }]);
  await ask(plan, [racks], 3);
  await ask(other.plan, other.actions, 14, 'Et les jardins ?');
  expect(await mails()).toMatchObject([
    { why: 'asked', actions: ['1. Pistes', '2. Arceaux', '1. Jardins'], words: 'Pour le conseil.\n\nEt les jardins ?' },
  ]);
  expect(await claimMail(database.db, later(14))).toBeNull();
  expect(await claimMail(database.db, later(15))).toMatchObject({ kind: 'news-asked' });
  // It has left: what is asked now goes by itself, and says nothing again.
  await ask(plan, [hedges, bikes], 16);
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
    const seen = await seePlanNews(storesOn(counted), agent, { plan });
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
