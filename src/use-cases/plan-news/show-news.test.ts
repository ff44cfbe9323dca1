/** What everybody sees of news: with a version, or at once where the place chose so, and never what is kept inside. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import { publicNewsFile, publicNewsOf, publishNewsOf } from '#server/storage/action-news.ts';
import { BRY, CHAMPIGNY, publish } from '#tests/world.ts';
import { writePlan } from '#tests/world-readings.ts';
import { changeAction } from '../plans/change-action.ts';
import { seeNextVersion } from '../plans/prepare-version.ts';
import { publishPlan } from '../plans/publish-plan.ts';
import { askNews } from './ask-news.ts';
import { setNewsRhythm, showNews } from './show-news.ts';
import { AGENT, later, newsDesk, NOW } from './testing/news-desk.ts';

const { database, stores, world, ask, tokenFor, say } = newsDesk();

const showAwaiting = async (plan: number, at: Date) => {
  const waiting = await stores().news.awaiting(plan);
  await publishNewsOf(
    database.db,
    waiting.map(({ id }) => id),
    at,
  );
};

test('news are seen with the next publication, or at once where the place chose so, and never those kept inside', async () => {
  const { db } = database;
  const published = await publish(db, BRY, writePlan('Plan publié', [{ number: '1', title: 'Haies' }]));
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
  expect(await publicNewsOf(db, action)).toMatchObject([{ photo: null }]);
  expect(await publicNewsFile(db, wanted)).toBeNull();
  await stores().workingPlans.touched(published, 'actions');
  expect(await publishPlan(stores(), AGENT, { plan: published, note: '', seen: null }, later(2))).toMatchObject({
    ok: true,
  });
  expect(await publicNewsOf(db, action)).toMatchObject([{ photo: wanted.sha256 }]);
  expect((await publicNewsFile(db, wanted))?.mediaType).toBe('image/jpeg');
  expect(await publicNewsFile(db, { ...wanted, plan: (await world('Pistes')).plan })).toBeNull();
  await setNewsRhythm(stores(), AGENT, { plan: published, everyMonths: 0, atOnce: true }, NOW);
  await say(token, { action, words: 'Arrosée.', sending: 'form-2' }, later(3));
  expect(await publicNewsOf(db, action)).toMatchObject([{ words: 'Arrosée.' }, { words: 'Plantée.' }]);
  const [latest] = await stores().news.ofAction(action);
  await showNews(stores(), AGENT, { plan: published, news: latest?.id ?? 0, hidden: true }, later(4));
  await showAwaiting(published, later(5));
  expect(await publicNewsOf(db, action)).toMatchObject([{ words: 'Plantée.' }]);
  // Kept back no more: it waits for the next version like any other.
  await setNewsRhythm(stores(), AGENT, { plan: published, everyMonths: 0, atOnce: false }, NOW);
  await showNews(stores(), AGENT, { plan: published, news: latest?.id ?? 0, hidden: false }, later(6));
  expect(await publicNewsOf(db, action)).toMatchObject([{ words: 'Plantée.' }]);
  await showAwaiting(published, later(7));
  expect(await publicNewsOf(db, action)).toHaveLength(2);
});

/** A plan whose one action everybody will see, and the link of its lead. */
async function publicWorld() {
  const made = await world('Pistes');
  const { plan, first, email } = made;
  await changeAction(stores(), AGENT, { plan, action: first, version: 1, patch: { visibility: 'public' } }, NOW);
  await ask(plan);
  return { ...made, token: await tokenFor(email) };
}

const look = async (plan: number) => {
  const seen = await seeNextVersion(stores(), AGENT, { plan });
  if (!seen.ok) throw new Error(seen.refusal.kind);
  return seen.value;
};
const publishSeen = async (plan: number, seen: number) =>
  await publishPlan(stores(), AGENT, { plan, note: '', seen }, later(9));

test('a version shows the news that were looked at: one that came since, or is kept inside no more, is looked at first', async () => {
  const { plan, first, token } = await publicWorld();
  await say(token, { action: first, version: 2, words: 'La première.' });
  const page = await look(plan);
  expect(page.news).toMatchObject([{ words: 'La première.', about: { number: '1', title: 'Pistes' } }]);
  await say(token, { action: first, version: 2, words: 'La seconde.', sending: 'form-2' });
  expect(await publishSeen(plan, page.plan.changes)).toMatchObject({ refusal: { kind: 'plan-moved-on' } });
  const again = await look(plan);
  const [, second] = again.news;
  await showNews(stores(), AGENT, { plan, news: second?.id ?? 0, hidden: true }, later(2));
  const without = await look(plan);
  expect(without.news).toMatchObject([{ words: 'La première.' }]);
  await showNews(stores(), AGENT, { plan, news: second?.id ?? 0, hidden: false }, later(2));
  expect(await publishSeen(plan, without.plan.changes)).toMatchObject({ refusal: { kind: 'plan-moved-on' } });
  await showNews(stores(), AGENT, { plan, news: second?.id ?? 0, hidden: true }, later(2));
  expect((await publishSeen(plan, (await look(plan)).plan.changes)).ok).toBe(true);
  expect(await publicNewsOf(database.db, first)).toMatchObject([{ words: 'La première.' }]);
  // What is kept inside no more is worth a version of its own.
  await showNews(stores(), AGENT, { plan, news: second?.id ?? 0, hidden: false }, later(10));
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
  await showNews(stores(), AGENT, { plan, news: page.news[0]?.id ?? 0, hidden: true }, later(2));
  expect((await publishSeen(plan, (await look(plan)).plan.changes)).ok).toBe(true);
  await setNewsRhythm(stores(), AGENT, { plan, everyMonths: 0, atOnce: true }, NOW);
  await say(token, { action: first, version: 2, words: `Encore ${entry.name}.`, sending: 'form-2' });
  await say(token, { action: first, version: 2, words: 'Sans personne.', sending: 'form-3' });
  await showNews(stores(), AGENT, { plan, news: page.news[0]?.id ?? 0, hidden: false }, later(3));
  expect(await publicNewsOf(database.db, first)).toMatchObject([{ words: 'Sans personne.' }]);
  expect((await look(plan)).news).toHaveLength(2);
});

test('another town hall asks nothing, and a news of another plan is not found', async () => {
  const { plan } = await world('Pistes');
  const stranger: Actor = { kind: 'person', id: 'z', holds: [{ role: 'municipal-agent', place: CHAMPIGNY }] };
  const request = { plan, entry: null, actions: null, words: '' };
  expect(await askNews(stores(), stranger, request, NOW)).toMatchObject({ refusal: { kind: 'unknown-plan' } });
  expect(await showNews(stores(), AGENT, { plan, news: 1, hidden: true }, NOW)).toMatchObject({
    refusal: { kind: 'unknown-news' },
  });
});
