/** A new release of the territory, as it comes once a year: the communes of the test, some of which merged. */
import type { Db } from '#server/storage/connection.ts';
import { loadTerritory } from '#server/storage/territory-load.ts';
import type { TerritorySource } from '#server/storage/territory-source.ts';

let releases = 0;

/** `merged`: code of a commune that is no more → the one that it is part of; null: nobody says which. Those not named stand by themselves. */
export async function newRelease(db: Db, merged: Readonly<Record<string, string | null>>): Promise<void> {
  releases += 1;
  const source = await territoryThere(db, new Map(Object.entries(merged)));
  await loadTerritory(db, { source: { release: `release ${releases}`, read: async () => source } });
}

async function territoryThere(db: Db, merged: ReadonlyMap<string, string | null>): Promise<TerritorySource> {
  const [regions, departments, groupings, municipalities] = await Promise.all([
    db.selectFrom('region').selectAll().execute(),
    db.selectFrom('department').selectAll().execute(),
    db.selectFrom('grouping').selectAll().execute(),
    db.selectFrom('municipality').selectAll().where('fictional', '=', false).orderBy('code').execute(),
  ]);
  const gone = municipalities.flatMap(({ code, name }) => {
    const into = merged.get(code) ?? null;
    return into === null ? [] : [{ code, name, into }];
  });
  return {
    regions,
    departments,
    groupings,
    municipalities: municipalities.filter(({ code }) => !merged.has(code)),
    formerNames: gone.map(({ code, name, into }) => ({
      code,
      municipalityCode: into,
      name,
      kind: 'delegated',
      postcodes: [],
    })),
    merged: gone.map(({ code, into }) => ({ code, into })),
  };
}
