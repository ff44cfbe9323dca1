/** The made-up country is the same each time, of every kind of thing, and says that it was made up. */
import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from '#tests/database.ts';
import { openDatabase } from '#server/storage/connection.ts';
import { syntheticCountry } from '#server/storage/synthetic-country.ts';
import { recountedDifference } from '#server/storage/tallies.ts';
import { CountryNotEmptyError, makeCountry } from './make-country.ts';

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
  await expect(makeCountry(one, { share: 0.002 })).rejects.toThrow(CountryNotEmptyError);
});

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
