/** The sitemap in parts: each address worth finding once, with the instant at which its page last changed. */
import { beforeAll, expect, test } from 'vitest';
import { partAddresses, partEntries } from '../src/routes/sitemap/parts.ts';
import { loadEditions } from '#server/charters.ts';
import { withTestDatabase } from './database.ts';
import { storesOn } from '#server/stores.ts';
import { withdrawPublished } from '#use-cases/published/withdraw-published.ts';
import { BRY, buildWorld, CHAMPIGNY, correct, EDITION, OPERATOR, publish, THEN, type World } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

/** Every part, read as a search engine does: index first. */
async function allParts(limit: number) {
  const addresses = await partAddresses(database.db, { limit });
  const parts = await Promise.all(
    addresses.map(async (address) => {
      const name = address.replace('/sitemap/', '');
      return { name, entries: (await partEntries(database.db, { name, limit })) ?? [] };
    }),
  );
  return { parts, entries: parts.flatMap(({ entries }) => entries) };
}

const HERE = '/communes/94017-champigny-sur-marne';
const lastChange = async (path: string) =>
  (await allParts(10_000)).entries.find((entry) => entry.path === path)?.changedAt?.toISOString();

test('has each page of what was published, once', async () => {
  const paths = (await allParts(10_000)).entries.map(({ path }) => path);
  expect(paths).toHaveLength(new Set(paths).size);
  expect(paths.filter((path) => path.startsWith(HERE)).sort()).toEqual([
    HERE,
    ...['engagements/1', 'mesures/1', 'mesures/11', 'mesures/15', 'mesures/2', 'mesures/26'].map(
      (end) => `${HERE}/${end}`,
    ),
    ...['A', 'B', 'C'].map((letter) => `${HERE}/principes/${letter}`),
  ]);
  expect(paths.filter((path) => path.startsWith('/plans/'))).toEqual([
    '/plans/1-plan-velo-exemple',
    ...['1.1', '1.2', '1.3'].map((number) => `/plans/1-plan-velo-exemple/actions/${number}`),
  ]);
  expect(paths).toContain('/communes/94068-saint-maur-des-fosses');
  expect(paths.filter((path) => path.startsWith('/chartes/'))).toHaveLength(
    loadEditions().reduce((sum, { measures }) => sum + 1 + measures.length, 0),
  );
  // Nothing was ever signed there.
  expect(paths.filter((path) => path.includes('94052'))).toEqual([]);
});

test('cut small, it holds the same addresses, and no part is larger than asked', async () => {
  const whole = (await allParts(10_000)).entries.map(({ path }) => path).sort();
  for (const limit of [26, 5, 3]) {
    const { parts, entries } = await allParts(limit);
    expect(entries.map(({ path }) => path).sort(), String(limit)).toEqual(whole);
    expect(parts.filter((part) => part.entries.length > limit || part.entries.length === 0)).toEqual([]);
  }
  const names = (await allParts(10_000)).parts.map(({ name }) => name);
  expect(names).toEqual(
    ['pages', 'pactes', 'plans', 'actions', 'mesures', 'principes', 'engagements'].map((kind) => `${kind}-1.xml`),
  );
});

test('a part that does not exist is none', async () => {
  for (const name of ['mesures-999.xml', 'mesures-0.xml', 'mesures-1', 'autre-1.xml', '..-1.xml', 'pages-9999.xml']) {
    expect(await partEntries(database.db, { name, limit: 10_000 }), name).toBeNull();
  }
});

test('each page says when it last changed: published, linked, corrected, or losing a pact', async () => {
  const { db } = database;
  expect(await lastChange(`${HERE}/mesures/15`)).toBe(THEN.toISOString());
  const linked = new Date('2026-06-01T10:00:00Z');
  const { id: action } = await db
    .selectFrom('action')
    .select('id')
    .where('number', '=', '1.1')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('actionCommitment')
    .values({ actionId: action, edition: EDITION, item: 'm14', linkedBy: 'claire', linkedAt: linked })
    .execute();
  expect(await lastChange('/plans/1-plan-velo-exemple/actions/1.1')).toBe(linked.toISOString());

  const first = writePact({ list: 'Bry à relire', commitments: [{ measure: 30, words: '30' }] });
  const id = await publish(db, BRY, first);
  const corrected = new Date('2026-06-02T10:00:00Z');
  const reading = writePact({ list: 'Bry à relire', commitments: [{ measure: 31, words: '31' }] });
  await correct(db, { what: 'pact', id }, { first, reading, reason: 'Mal lu', at: corrected });
  const bry = '/communes/94015-bry-sur-marne';
  expect(await lastChange(`/pactes/${id}-bry-a-relire`)).toBe(corrected.toISOString());
  expect(await lastChange(bry)).toBe(corrected.toISOString());
  expect(await lastChange(`${bry}/mesures/31`)).toBe(corrected.toISOString());
  expect(await lastChange(`${bry}/mesures/30`)).toBeUndefined();

  const withdrawn = new Date('2026-06-03T10:00:00Z');
  const request = { what: 'pact', id: world.ensemble, reason: 'Doublon' } as const;
  expect((await withdrawPublished(storesOn(db), OPERATOR, request, withdrawn)).ok).toBe(true);
  const { entries } = await allParts(10_000);
  expect(entries.filter(({ path }) => path.startsWith(`/pactes/${world.ensemble}-`))).toEqual([]);
  expect(await lastChange(HERE)).toBe(withdrawn.toISOString());
  expect(await lastChange(`${HERE}/mesures/15`)).toBe(withdrawn.toISOString());
});

test('a municipality whose last pact answers another charter lists the threads of that one', async () => {
  const coorace = writePact({
    list: 'Champigny COORACE',
    charter: 'coorace-2020',
    commitments: [{ measure: 3, words: '3' }],
  });
  await publish(database.db, CHAMPIGNY, coorace);
  const paths = (await allParts(10_000)).entries.map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith(`${HERE}/mesures/`))).toEqual([`${HERE}/mesures/3`]);
});
