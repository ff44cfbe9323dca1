/**
 * The municipalities in which the demonstration plays. They do not exist, and say so in their names, hence on every page
 * and in every file. Their codes belong to no département of France. No list nor figure of the country holds them.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from './connection.ts';

const DEPARTMENT = { code: '00', name: 'Département fictif' } as const;

export const FICTIONAL_MUNICIPALITY = {
  code: '00001',
  name: 'Valbourg-l’Exemple (commune fictive)',
  slug: 'valbourg-l-exemple-commune-fictive',
  population: 6420,
  departmentCode: DEPARTMENT.code,
} as const;

/** Where a whole mandate is played, from the pact to its last review. */
export const FICTIONAL_MANDATE = {
  code: '00002',
  name: 'Rivemont-l’Exemple (commune fictive)',
  slug: 'rivemont-l-exemple-commune-fictive',
  population: 9140,
  departmentCode: DEPARTMENT.code,
} as const;

/** Whether a pact, a plan or anything else of the table or alias `of` is of this country, and not played. */
export function isNotPlayed(of: 'pact' | 'plan' | 'review' | 'p'): RawBuilder<boolean> {
  const code = sql.ref<string | null>(`${of}.municipalityCode`);
  return sql<boolean>`(${code} is null or ${code} not in (select code from municipality where fictional))`;
}

/** Whether the demonstration plays in this municipality. */
export async function isPlayed(db: Db, { municipality }: { readonly municipality: string | null }): Promise<boolean> {
  if (municipality === null) return false;
  const row = await db
    .selectFrom('municipality')
    .select('code')
    .where('code', '=', municipality)
    .where('fictional', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** Does nothing when they are there. Call it before the names are read for the search. */
export async function addFictionalMunicipality(db: Db): Promise<void> {
  await db
    .insertInto('department')
    .values({ ...DEPARTMENT, regionCode: null })
    .onConflict((known) => known.column('code').doNothing())
    .execute();
  await db
    .insertInto('municipality')
    .values(
      [FICTIONAL_MUNICIPALITY, FICTIONAL_MANDATE].map((played) => ({ ...played, fictional: true, postcodes: [] })),
    )
    .onConflict((known) => known.column('code').doNothing())
    .execute();
}
