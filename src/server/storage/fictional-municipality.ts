/**
 * The municipality in which the demonstration plays. It does not exist, and says so in its name, hence on every page, in
 * every list and file. Its code belongs to no département of France.
 */
import type { Db } from './connection.ts';

const DEPARTMENT = { code: '00', name: 'Département fictif' } as const;

export const FICTIONAL_MUNICIPALITY = {
  code: '00001',
  name: 'Valbourg-l’Exemple (commune fictive)',
  slug: 'valbourg-l-exemple-commune-fictive',
  population: 6420,
  departmentCode: DEPARTMENT.code,
} as const;

/** Does nothing when it is there. Call it before the names are read for the search. */
export async function addFictionalMunicipality(db: Db): Promise<void> {
  await db
    .insertInto('department')
    .values({ ...DEPARTMENT, regionCode: null })
    .onConflict((known) => known.column('code').doNothing())
    .execute();
  await db
    .insertInto('municipality')
    .values({ ...FICTIONAL_MUNICIPALITY, fictional: true, postcodes: [] })
    .onConflict((known) => known.column('code').doNothing())
    .execute();
}
