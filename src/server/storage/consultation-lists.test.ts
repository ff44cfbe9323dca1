import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { active } from '#tests/collectives.ts';
import { draftFor } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { BRY, settle } from '#tests/world.ts';
import { consultationLines, draftsToConsult } from './consultation-lists.ts';

const database = withTestDatabase();
let collective = 0;

beforeAll(async () => {
  const { db } = database;
  await settle(db);
  ({ id: collective } = await active(db, { founder: 'lou', places: [BRY] }));
  const national = await draftFor(db, 'pacte-2032');
  const local = await draftFor(db, 'local-bry-2032', collective);
  await cancelled({ draft: national.draft, title: 'Celle du pays', times: 1 });
  await cancelled({ draft: local.draft, title: 'Chez nous', times: 105 });
});

async function cancelled(of: { readonly draft: number; readonly title: string; readonly times: number }) {
  await sql`insert into consultation (draft_id, title, opens_on, closes_on, opens_at, closes_at, announced_at, cancelled_at, cancelled_reason)
    select ${of.draft}, ${of.title}, '2026-05-13', '2026-06-12', now(), now() + interval '1 day', now(), now(), 'Essai'
    from generate_series(1, ${of.times})`.execute(database.db);
}

test('however many consultations collectives announce, those of the country are there', async () => {
  const { consultations, next } = await consultationLines(database.db, { of: 'country', before: null });
  expect(consultations.map(({ title, collective: by }) => [title, by])).toEqual([['Celle du pays', null]]);
  expect(next).toBe(null);
});

test('each consultation of a collective is on one page, with whose it is and where', async () => {
  const first = await consultationLines(database.db, { of: 'collectives', before: null });
  const second = await consultationLines(database.db, { of: [collective], before: first.next });
  const third = await consultationLines(database.db, { of: 'collectives', before: second.next });
  const all = [first, second, third].flatMap(({ consultations }) => consultations);
  expect(new Set(all.map(({ id }) => id)).size).toBe(105);
  expect([first.consultations.length, third.consultations.length, third.next]).toEqual([50, 5, null]);
  expect(all[0]?.collective).toMatchObject({ id: collective, places: ['Bry-sur-Marne'] });
  expect((await consultationLines(database.db, { of: [], before: null })).consultations).toEqual([]);
});

test('each draft that one may announce on is on one page, and the one that was asked for on all of them', async () => {
  const { db } = database;
  const drafts = [];
  for (const n of [1, 2, 3]) drafts.unshift((await draftFor(db, `local-bry-${n}`, collective)).draft);
  const whose = { national: false, collectives: [collective] };
  const first = await draftsToConsult(db, whose, { before: null, asked: null, limit: 2 });
  const rest = await draftsToConsult(db, whose, { before: first.next, asked: drafts[0] ?? 0, limit: 2 });
  expect(first.drafts.map(({ id }) => id)).toEqual(drafts.slice(0, 2));
  expect(rest.drafts.map(({ id }) => id)).toEqual([drafts[0], drafts[2], expect.any(Number)]);
  expect(rest.next).toBe(null);
  const country = { before: null, asked: drafts[0] ?? 0 };
  const national = await draftsToConsult(db, { national: true, collectives: [] }, country);
  expect(national.drafts).toHaveLength(1);
});
