/** Whether this database holds a made-up country (`npm run country`): then every page and every file says so. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';

export type SyntheticCountryTables = { syntheticCountry: { madeAt: Date; share: number } };

/** `share`: of the communes of the country. */
export type SyntheticCountry = { readonly share: number };

/** Null: what people wrote. One query, to be asked once when a program starts: such a country is made before, or never. */
export async function syntheticCountry(db: Db): Promise<SyntheticCountry | null> {
  const row = await db
    .selectFrom('syntheticCountry')
    .select(sql<string>`share`.as('share'))
    .executeTakeFirst();
  return row === undefined ? null : { share: Number(row.share) };
}
