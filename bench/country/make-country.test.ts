/** The made-up country is the same each time, of every kind of thing, and says that it was made up. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from '#tests/database.ts';
import { OPERATOR } from '#tests/world.ts';
import { inSnapshot } from '#server/dumps/make-dump.ts';
import { objectsIn } from '#server/dumps/read-dump.ts';
import { verifyDump } from '#server/dumps/verify-dump.ts';
import { writeDump } from '#server/dumps/write-dump.ts';
import { COPIED_RESOURCES } from '#server/open-data/open-resources.ts';
import { openDatabase } from '#server/storage/connection.ts';
import { syntheticCountry } from '#server/storage/synthetic-country.ts';
import { storesOn } from '#server/stores.ts';
import { recountedDifference } from '#server/storage/tallies.ts';
import { loadDump } from '#use-cases/dumps/load-dump.ts';
import { CountryNotEmptyError, loadPartOfTerritory, makeCountry } from './make-country.ts';

const TABLES = [
  'candidate_list',
  'pact',
  'pact_list',
  'pact_principle',
  'commitment',
  'local_commitment',
  'plan',
  'action',
  'action_commitment',
  'assessment',
  'latest_assessment',
  'review',
  'tally',
  'counted_pact',
  'signed_wording',
  'remark',
] as const;

test('twice the same, of every kind of thing, counted right, and never among what people wrote', async () => {
  const [one, other] = [await createTestDatabase(), await createTestDatabase()];
  const made = await makeCountry(one, { share: 0.002 });
  expect(await makeCountry(other, { share: 0.002 })).toEqual(made);
  const digests = await digestsOf(one);
  expect(await digestsOf(other)).toEqual(digests);
  expect(Object.entries(digests).filter(([, { rows }]) => rows === 0)).toEqual([]);

  const db = openDatabase(one, { pool: 1 });
  try {
    expect(await syntheticCountry(db)).toEqual({ share: 0.002 });
    expect(await recountedDifference(db, { limit: 5 })).toEqual([]);
  } finally {
    await db.destroy();
  }
  await comesBack(one, 0.002);
  await expect(makeCountry(one, { share: 0.002 })).rejects.toThrow(CountryNotEmptyError);
});

/** A copy of it makes the same site again, which says too that it was made up. */
async function comesBack(url: string, share: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'country-'));
  const [db, empty] = [url, await createTestDatabase()].map((at) => openDatabase(at, { pool: 2 }));
  if (db === undefined || empty === undefined) throw new Error('no database');
  try {
    const copy = { day: '2026-06-20', site: 'https://parole.example', sha256: 'f'.repeat(64) };
    const now = new Date('2026-06-20T02:00:00Z');
    const wanted = { day: copy.day, now, site: copy.site, resources: COPIED_RESOURCES, synthetic: true };
    await inSnapshot(db, (snapshot) => writeDump(snapshot, folder, wanted));
    expect((await verifyDump(folder)).faults).toEqual([]);
    await loadPartOfTerritory(empty, share);
    const loaded = await loadDump(storesOn(empty), OPERATOR, { read: objectsIn(folder), copy }, now);
    expect(loaded).toMatchObject({ ok: true, value: { collectives: 1 } });
    expect(await syntheticCountry(empty)).toEqual({ share });
  } finally {
    await Promise.all([db.destroy(), empty.destroy()]);
    await rm(folder, { recursive: true });
  }
}

/** Of all rows, in whatever order they stand. */
async function digestsOf(
  url: string,
): Promise<Readonly<Record<string, { readonly rows: number; readonly digest: string }>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const digests: Record<string, { rows: number; digest: string }> = {};
    for (const table of TABLES) {
      const { rows } = await client.query<{ rows: number; digest: string }>(
        `select count(*)::int as rows, coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from ${table} t`,
      );
      if (rows[0] !== undefined) digests[table] = rows[0];
    }
    return digests;
  } finally {
    await client.end();
  }
}
