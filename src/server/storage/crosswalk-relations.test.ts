/** What editions say of each other: what a measure became, what collectives made of it, what its next edition keeps of it. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '#domain/workbench/change.ts';
import { withTestDatabase } from '#tests/database.ts';
import {
  allRelations,
  relationCounts,
  relationsByCode,
  relationsOf,
  relationsOfEdition,
} from './crosswalk-relations.ts';
import { withdrawEdition } from './edition-withdrawals.ts';
import { measureFate } from './editions-made.ts';

const database = withTestDatabase();
const [FIRST, NEXT, COORACE] = ['pacte-transition-2020', 'pacte-transition-2032', 'coorace-2020'];
const LOCALS = 25;

const local = (number: number) => `local-${String(number).padStart(2, '0')}-2032`;

async function edition(id: string, collective: number | null, origins: readonly [number, string, number, Change][]) {
  const { rows } = await sql<{ id: number }>`
    insert into edition_draft (edition_id, charter, collective_id, title, year, head, created_at, published_at)
    values (${id}, 'pacte-transition', ${collective}, ${id}, 2032, '{}', now(), now()) returning id`.execute(
    database.db,
  );
  await sql`insert into edition (id, content, sha256, published_at, published_as, draft_id)
    values (${id}, '{}', ${'0'.repeat(64)}, now(), 'test', ${rows[0]?.id ?? 0})`.execute(database.db);
  for (const [measure, from, number, change] of origins) {
    await sql`insert into measure_origin values (${id}, ${measure}, ${from}, ${number}, ${change}, 'Parce que')`.execute(
      database.db,
    );
  }
}

async function link(
  from: string,
  item: string,
  to: { edition?: string; item?: string; goal?: number },
  state = 'confirmed',
) {
  await sql`insert into crosswalk_link (from_edition, from_item, to_edition, to_item, to_goal, state, origin, relation, reason,
      words_sha256, proposed_at, decided_at)
    values (${from}, ${item}, ${to.edition ?? null}, ${to.item ?? null}, ${to.goal ?? null}, ${`link-${state}`}, 'person',
      ${to.goal === undefined ? 'overlaps' : null}, 'Les cantines', ${'0'.repeat(64)}, now(), now())`.execute(
    database.db,
  );
}

const of = async (edition: string, item: string) => await relationsOf(database.db, { edition, item, limit: 20 });

beforeAll(async () => {
  const { rows } = await sql<{ id: number }>`
    insert into collective (name, slug, state, charter_version, requested_at, confirmed_at, confirmed_by)
    values ('Rivemont', 'rivemont', 'active', '1', now(), now(), 'operator') returning id`.execute(database.db);
  const collective = rows[0]?.id ?? 0;
  await link(COORACE, 'm8', { edition: FIRST, item: 'm7' });
  await link(FIRST, 'm7', { goal: 2 });
  await link(COORACE, 'm6', { edition: FIRST, item: 'm31' });
  await link(COORACE, 'm6', { edition: NEXT, item: 'm31' }, 'refused');
  await edition(NEXT, null, [
    [22, FIRST, 7, 'kept'],
    [8, FIRST, 8, 'modified'],
    [31, FIRST, 31, 'kept'],
  ]);
  await edition('pacte-transition-2038', null, [[5, NEXT, 22, 'kept']]);
  for (let number = 1; number <= LOCALS; number += 1)
    await edition(local(number), collective, [[1, FIRST, 7, 'modified']]);
  await edition('local-01-2038', collective, [[3, local(1), 1, 'kept']]);
});

describe('a measure that collectives take over in their own editions', () => {
  test('did not become theirs: they are told apart, counted, and none is lost after the first', async () => {
    const { promises, goals, localVersions } = await of(FIRST, 'm7');
    expect(promises.first.map(({ to, relation }) => [to.kind === 'promise' && to.edition, relation])).toEqual([
      [COORACE, 'overlaps'],
      [NEXT, 'became'],
    ]);
    expect([promises.count, goals.count, localVersions.count, localVersions.first.length]).toEqual([2, 1, LOCALS, 20]);
    const page = { edition: FIRST, item: 'm7', local: true, limit: 20 };
    const { relations, next } = await relationsOfEdition(database.db, page);
    const rest = await relationsOfEdition(database.db, { ...page, ...(next === null ? {} : { after: next }) });
    expect([...relations, ...rest.relations]).toHaveLength(LOCALS);
    expect(rest.next).toBeNull();
  });

  test('has none of them in what is frozen, counted or listed as confirmed', async () => {
    expect(
      (await allRelations(database.db)).filter(({ to }) => to.kind === 'promise' && to.edition.startsWith('local-')),
    ).toEqual([]);
    const { relations } = await relationsOfEdition(database.db, { edition: FIRST, limit: 200 });
    expect(relations.map(({ relation }) => relation)).not.toContain('local-version');
    expect(await relationCounts(database.db, [local(1)])).toEqual([]);
    const [told] = await relationsByCode(database.db, { relation: 'local-version', after: '', limit: 1 });
    expect(told).toMatchObject({ from: { edition: FIRST }, to: { edition: local(1) } });
  });

  test('is told beside theirs, of which the next of the same collective is what it became', async () => {
    const { became, from } = await measureFate(database.db, { edition: local(1), measure: 1 });
    expect(from.map(({ from: origin }) => origin?.edition)).toEqual([FIRST]);
    expect(became.map(({ to }) => to?.edition)).toEqual(['local-01-2038']);
    const fate = await measureFate(database.db, { edition: FIRST, measure: 7 });
    expect(fate.became.map(({ to }) => to?.edition)).toEqual([NEXT]);
  });

  test('has no more of one that the country withdrew', async () => {
    await withdrawEdition(database.db, local(25), { by: 'country', at: new Date(), reason: 'Le nom d’une autre' });
    expect((await of(FIRST, 'm7')).localVersions.count).toBe(LOCALS - 1);
    await withdrawEdition(database.db, local(25), { by: 'collective', at: new Date(), reason: 'Une autre suit' });
    expect((await of(FIRST, 'm7')).localVersions.count).toBe(LOCALS);
  });
});

describe('a measure that keeps the words of an earlier edition', () => {
  const seven = { edition: FIRST, item: 'm7' };

  test('has the relatives and goals confirmed of those words, said as such', async () => {
    const { promises, goals } = await of(NEXT, 'm22');
    expect(promises.first.find(({ to }) => to.kind === 'promise' && to.edition === COORACE)).toMatchObject({
      relation: 'overlaps',
      through: seven,
    });
    expect(goals.first).toMatchObject([{ to: { goal: 2 }, through: seven }]);
    const { promises: later } = await of('pacte-transition-2038', 'm5');
    expect(later.first.find(({ to }) => to.kind === 'promise' && to.edition === COORACE)?.through).toEqual(seven);
    expect(later.first.filter(({ relation }) => relation === 'became')).toEqual([]);
  });

  test('has them in the list and in the figures of its edition, not in what is frozen', async () => {
    const { relations } = await relationsOfEdition(database.db, { edition: NEXT, limit: 200 });
    expect(relations.filter(({ through }) => through !== null)).toHaveLength(2);
    expect(await relationCounts(database.db, [NEXT])).toMatchObject([{ withRelative: 3, withGoal: 1 }]);
    expect(
      (await allRelations(database.db)).filter(({ from, to }) => from.edition === NEXT && to.kind === 'goal'),
    ).toEqual([]);
  });

  test('does not have what somebody refused of itself, nor what is said of words that changed', async () => {
    expect((await of(NEXT, 'm31')).promises.first.map(({ relation }) => relation)).toEqual(['came-from']);
    expect((await of(NEXT, 'm8')).promises.first.map(({ relation }) => relation)).toEqual(['came-from']);
  });
});
