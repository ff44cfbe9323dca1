/** Deadlines of a place from all that is public there, and reminders that nobody receives twice. */
import { beforeAll, expect, test } from 'vitest';
import type { PlaceCode } from '#domain/shared/place.ts';
import { storesOn } from '#server/stores.ts';
import { addressOf, codeSentTo, mailsTo } from '#tests/people.ts';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld, CHAMPIGNY, NOGENT, SAINT_MAUR } from '#tests/world.ts';
import { askToFollow, confirmFollowing, leaveDeadlines } from './follow-deadlines.ts';
import { remindDeadlines } from './remind-deadlines.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const JOB = { kind: 'job', name: 'remind-deadlines' } as const;
const ANYONE = { kind: 'anyone' } as const;
const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00Z`);
let action = 0;

beforeAll(async () => {
  const { db } = database;
  const world = await buildWorld(db);
  const row = await db.selectFrom('action').select('id').where('planId', '=', world.plan).executeTakeFirstOrThrow();
  action = row.id;
});

const moveTo = async (endsOn: string | null, status: 'ongoing' | 'done' = 'ongoing') =>
  await database.db.updateTable('action').set({ endsOn, status }).where('id', '=', action).execute();

async function follows(place: PlaceCode, name: string): Promise<void> {
  const asked = await askToFollow(stores(), ANYONE, { place, email: addressOf(name) }, at('2027-01-01'));
  if (!asked.ok) throw new Error(asked.refusal.kind);
  const code = await codeSentTo(database.db, addressOf(name));
  const request = { place, proof: asked.value.proof, code };
  const followed = await confirmFollowing(stores(), ANYONE, request, at('2027-01-01'));
  if (!followed.ok) throw new Error(followed.refusal.kind);
}

async function remindersOf(name: string) {
  return (await mailsTo(database.db, addressOf(name))).filter(({ kind }) => kind === 'deadlines-near');
}

test('come from the charter, as far as it was promised, the end of the mandate and the plan', async () => {
  const champigny = await stores().deadlines.of(CHAMPIGNY);
  expect(champigny.filter(({ about }) => about.kind === 'mandate-end')).toHaveLength(1);
  // Measure 15 was taken by both lists in part or whole; measure 3, with all its years, by none.
  expect(champigny.some(({ about }) => about.kind === 'charter-target' && about.measure === 3)).toBe(false);
  expect(await stores().deadlines.of(NOGENT)).toEqual([]);
  await moveTo('2027-05-31');
  expect(await stores().deadlines.of(SAINT_MAUR)).toMatchObject([
    { key: `a:${action}`, on: '2027-05-31', settled: false, about: { kind: 'action-end', number: '1.1' } },
  ]);
  await moveTo('2027-05-31', 'done');
  expect(await stores().deadlines.of(SAINT_MAUR)).toMatchObject([{ settled: true }]);
});

test('are told a month and a week before, once, also by two servers at once', async () => {
  await moveTo('2027-05-31');
  await follows(SAINT_MAUR, 'rose');
  const remind = async (day: string) => await remindDeadlines(stores(), JOB, at(day));
  expect(await remind('2027-04-30')).toEqual({ ok: true, value: 0 });
  const both = await Promise.all([remind('2027-05-01'), remind('2027-05-01')]);
  expect(both.map((done) => (done.ok ? done.value : -1)).toSorted()).toEqual([0, 1]);
  expect(await remind('2027-05-02')).toEqual({ ok: true, value: 0 });
  expect(await remind('2027-05-24')).toEqual({ ok: true, value: 1 });
  expect(await remind('2027-05-31')).toEqual({ ok: true, value: 0 });
  expect(await remindersOf('rose')).toMatchObject([
    { path: '/communes/94068/echeances', deadlines: [{ stage: 'month', on: '2027-05-31', before: null }] },
    { deadlines: [{ stage: 'week' }] },
  ]);
});

test('that moved after a reminder are told to whoever was reminded, and to nobody else', async () => {
  await follows(SAINT_MAUR, 'late');
  await moveTo('2027-11-30');
  expect(await remindDeadlines(stores(), JOB, at('2027-06-01'))).toEqual({ ok: true, value: 1 });
  expect(await remindDeadlines(stores(), JOB, at('2027-06-02'))).toEqual({ ok: true, value: 0 });
  expect((await remindersOf('rose')).at(-1)).toMatchObject({
    deadlines: [{ stage: 'moved', on: '2027-11-30', before: '2027-05-31' }],
  });
  expect(await remindersOf('late')).toEqual([]);
});

test('are told on the day of the place: in Nouméa it is tomorrow already', async () => {
  const { db } = database;
  await db.insertInto('department').values({ code: '988', name: 'Nouvelle-Calédonie', regionCode: '11' }).execute();
  const {
    code: _,
    ofToday: __,
    ...like
  } = await db.selectFrom('municipality').selectAll().where('code', '=', '94052').executeTakeFirstOrThrow();
  await db
    .insertInto('municipality')
    .values({ ...like, code: '98818', name: 'Nouméa', slug: 'noumea', departmentCode: '988', postcodes: ['98800'] })
    .execute();
  const noumea = { kind: 'municipality', code: '98818' } as const;
  await db.updateTable('plan').set({ municipalityCode: '98818' }).execute();
  await follows(noumea, 'kanaky');
  await moveTo('2027-12-31');
  // 14:30 in UTC is half past one of the next day there: 30 days are left there, 31 in Paris.
  expect(await remindDeadlines(stores(), JOB, at('2027-11-30', '12:30'))).toEqual({ ok: true, value: 0 });
  expect(await remindDeadlines(stores(), JOB, at('2027-11-30', '14:30'))).toEqual({ ok: true, value: 1 });
});

test('are told no more to whoever left by the link; an address follows a place once', async () => {
  await follows(CHAMPIGNY, 'sol');
  await follows(CHAMPIGNY, 'sol');
  expect(await stores().deadlines.followers(CHAMPIGNY)).toHaveLength(1);
  expect(await stores().deadlines.keptAbout(addressOf('SOL'))).toMatchObject([{ place: 'Champigny-sur-Marne' }]);
  const [follower] = await stores().deadlines.followers(CHAMPIGNY);
  const stop = (await stores().deadlines.lock(follower ?? 0))?.stop ?? '';
  expect(await leaveDeadlines(stores(), ANYONE, { stop: 'invented' })).toMatchObject({ ok: false });
  expect(await leaveDeadlines(stores(), ANYONE, { stop })).toEqual({ ok: true, value: { place: CHAMPIGNY } });
  expect(await leaveDeadlines(stores(), ANYONE, { stop })).toMatchObject({ refusal: { kind: 'unknown-following' } });
  expect(await stores().deadlines.followers(CHAMPIGNY)).toEqual([]);
});

test('nobody but the job and the operator reminds', async () => {
  expect(await remindDeadlines(stores(), ANYONE, at('2027-06-01'))).toMatchObject({ refusal: { kind: 'not-allowed' } });
});
