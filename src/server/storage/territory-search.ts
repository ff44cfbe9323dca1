/**
 * Search of municipalities by what people type: name, former name or postcode, with their mistakes.
 *
 * The names are kept in the memory of the process, read from the database at the first search (or by
 * `warmMunicipalitySearch`): half a second, 40 MB, then about a millisecond a search (docs/decisions/0002).
 * They change only with a release of the data, which is loaded before the server listens.
 */
import { slugOf } from '#domain/shared/slug.ts';
import { findByName } from '#domain/territory/search/find.ts';
import { buildNameIndex, type NameIndex } from '#domain/territory/search/names.ts';
import type { Db } from './connection.ts';

export type MunicipalityMatch = {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly departmentCode: string;
  /** Name of the département: `Val-de-Marne`. */
  readonly department: string;
  /** Null where no census is published. */
  readonly population: number | null;
  readonly postcodes: readonly string[];
  /** The other name that matched, as written: a former commune, `Paris 11e Arrondissement`. Null otherwise. */
  readonly formerName: string | null;
};

type SearchMemory = {
  readonly index: NameIndex;
  /** Names of the départements, by code. */
  readonly departments: ReadonlyMap<string, string>;
};

declare global {
  var paroleTenueSearch: WeakMap<Db, Promise<SearchMemory>> | undefined;
}

/** For the whole process: the built site has a copy of this module, and must find what the server warmed. */
const memories = (globalThis.paroleTenueSearch ??= new WeakMap<Db, Promise<SearchMemory>>());

/** Best first; empty for an empty or meaningless query. `limit` 1 to 100. Never fails for what was typed. */
export async function searchMunicipalities(
  db: Db,
  query: string,
  { limit }: { readonly limit: number },
): Promise<readonly MunicipalityMatch[]> {
  const { index, departments } = await memoryOf(db);
  return findByName(index, query, Math.min(Math.max(Math.trunc(limit), 1), 100)).flatMap(({ municipality, former }) => {
    const found = index.municipalities[municipality];
    if (found === undefined) return [];
    const department = departments.get(found.departmentCode) ?? found.departmentCode;
    return [{ ...found, slug: slugOf(found.name), department, formerName: former }];
  });
}

/** Reads the names now, so that the first search does not wait. */
export async function warmMunicipalitySearch(db: Db): Promise<void> {
  await memoryOf(db);
}

function memoryOf(db: Db): Promise<SearchMemory> {
  if (db.isTransaction) throw new Error('search outside of a transaction: the names are kept for a whole database');
  const known = memories.get(db);
  if (known !== undefined) return known;
  const reading = readMemory(db);
  memories.set(db, reading);
  reading.catch(() => memories.delete(db));
  return reading;
}

async function readMemory(db: Db): Promise<SearchMemory> {
  const [municipalities, formerNames, departments, regions] = await Promise.all([
    db
      .selectFrom('municipality')
      .select(['code', 'name', 'departmentCode', 'population', 'postcodes'])
      .where('current', '=', true)
      .execute(),
    db.selectFrom('municipalityFormerName').select(['code', 'municipalityCode', 'name', 'postcodes']).execute(),
    db.selectFrom('department').select(['code', 'name', 'regionCode']).execute(),
    db.selectFrom('region').select(['code', 'name']).execute(),
  ]);
  const areas = [
    ...departments.map(({ code, name }) => ({ name, departmentCodes: [code] })),
    ...regions.map(({ code: region, name }) => ({
      name,
      departmentCodes: departments.filter(({ regionCode }) => regionCode === region).map(({ code }) => code),
    })),
  ];
  return {
    index: buildNameIndex({ municipalities, formerNames, areas }),
    departments: new Map(departments.map(({ code, name }) => [code, name])),
  };
}
