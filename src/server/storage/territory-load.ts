/**
 * Puts the country in the database: once at first start, again when the data has a newer release.
 *
 * What a newer release no longer has (communes that merged) stays with `current` false: pacts name it, and
 * their addresses must go on working. `merged_into` says under which commune of today it is counted.
 */
import { sql, type Transaction } from 'kysely';
import type { Db, Schema } from './connection.ts';
import { recountTallies, waitToRecount } from './tallies.ts';
import { readTerritorySource, sourceRelease, type TerritorySource } from './territory-source.ts';

export type TerritoryLoad =
  | { readonly kind: 'already-loaded'; readonly release: string }
  | { readonly kind: 'loaded'; readonly release: string; readonly municipalities: number };

/** Any constant, the same in all processes. ASCII of "paroleti". */
const TERRITORY_LOCK = '8097876208943461481';

/** Loads what is missing. Safe from several processes at once. About two seconds when there is work, one query otherwise. */
export async function loadTerritory(
  db: Db,
  options: {
    /** Called before the long part, only when there is one. */
    readonly onStart?: (release: string) => void;
    /** For tests: another country than the published one. */
    readonly source?: { readonly release: string; readonly read: () => Promise<TerritorySource> };
  } = {},
): Promise<TerritoryLoad> {
  const release = options.source?.release ?? (await sourceRelease());
  if ((await loadedRelease(db)) === release) return { kind: 'already-loaded', release };
  options.onStart?.(release);
  const source = await (options.source?.read ?? readTerritorySource)();
  return db
    .transaction()
    .execute(async (transaction): Promise<TerritoryLoad> => {
      await sql`select pg_advisory_xact_lock(${TERRITORY_LOCK})`.execute(transaction);
      if ((await loadedRelease(transaction)) === release) return { kind: 'already-loaded', release };
      await waitToRecount(transaction);
      await writeAreas(transaction, source);
      await writeGroupings(transaction, source);
      await writeMunicipalities(transaction, source);
      await writeFormerNames(transaction, source);
      await writeMerged(transaction, source);
      // Communes merge and grow: what is counted under them moves with them.
      await recountTallies(transaction, new Date());
      await transaction.deleteFrom('territoryRelease').execute();
      await transaction.insertInto('territoryRelease').values({ release }).execute();
      return { kind: 'loaded', release, municipalities: source.municipalities.length };
    })
    .then(async (outcome) => {
      // The planner has no statistics of tables that were filled a moment ago.
      if (outcome.kind === 'loaded') await sql`analyze municipality, municipality_former_name, grouping`.execute(db);
      return outcome;
    });
}

async function loadedRelease(db: Db): Promise<string | null> {
  const row = await db.selectFrom('territoryRelease').select('release').executeTakeFirst();
  return row?.release ?? null;
}

async function writeAreas(transaction: Transaction<Schema>, { regions, departments }: TerritorySource): Promise<void> {
  await sql`
    insert into region (code, name)
    select * from unnest(${column(regions, 'code')}::text[], ${column(regions, 'name')}::text[])
    on conflict (code) do update set name = excluded.name
  `.execute(transaction);
  await sql`
    insert into department (code, name, region_code)
    select * from unnest(
      ${column(departments, 'code')}::text[], ${column(departments, 'name')}::text[],
      ${column(departments, 'regionCode')}::text[]
    )
    on conflict (code) do update set name = excluded.name, region_code = excluded.region_code
  `.execute(transaction);
}

async function writeGroupings(transaction: Transaction<Schema>, { groupings }: TerritorySource): Promise<void> {
  await sql`update grouping set current = false`.execute(transaction);
  await sql`
    insert into grouping (siren, name, slug, kind, population)
    select * from unnest(
      ${column(groupings, 'siren')}::text[], ${column(groupings, 'name')}::text[], ${column(groupings, 'slug')}::text[],
      ${column(groupings, 'kind')}::text[], ${column(groupings, 'population')}::integer[]
    )
    on conflict (siren) do update set name = excluded.name, slug = excluded.slug, kind = excluded.kind,
      population = excluded.population, current = true
  `.execute(transaction);
}

async function writeMunicipalities(transaction: Transaction<Schema>, source: TerritorySource): Promise<void> {
  const rows = source.municipalities;
  await sql`update municipality set current = false where not fictional`.execute(transaction);
  await sql`
    insert into municipality (code, name, slug, siren, population, postcodes, department_code, region_code,
      intercommunality_siren, territorial_establishment_siren)
    select code, name, slug, siren, population, string_to_array(postcodes, ' '), department_code, region_code,
      intercommunality_siren, territorial_establishment_siren
    from unnest(
      ${column(rows, 'code')}::text[], ${column(rows, 'name')}::text[], ${column(rows, 'slug')}::text[],
      ${column(rows, 'siren')}::text[], ${column(rows, 'population')}::integer[], ${postcodes(rows)}::text[],
      ${column(rows, 'departmentCode')}::text[], ${column(rows, 'regionCode')}::text[],
      ${column(rows, 'intercommunalitySiren')}::text[], ${column(rows, 'territorialEstablishmentSiren')}::text[]
    ) as row (code, name, slug, siren, population, postcodes, department_code, region_code, intercommunality_siren,
      territorial_establishment_siren)
    on conflict (code) do update set name = excluded.name, slug = excluded.slug, siren = excluded.siren,
      population = excluded.population, postcodes = excluded.postcodes, department_code = excluded.department_code,
      region_code = excluded.region_code, intercommunality_siren = excluded.intercommunality_siren,
      territorial_establishment_siren = excluded.territorial_establishment_siren, current = true, merged_into = null
  `.execute(transaction);
}

/** What a release no longer says of an old merger stays as it was; a commune that merged twice goes where the last one went. */
async function writeMerged(transaction: Transaction<Schema>, { merged }: TerritorySource): Promise<void> {
  await sql`
    update municipality m set merged_into = gone.into_code
    from unnest(${column(merged, 'code')}::text[], ${column(merged, 'into')}::text[]) as gone (code, into_code)
    join municipality holding on holding.code = gone.into_code
    where m.code = gone.code and not m.current and m.code <> holding.code
  `.execute(transaction);
  await sql`
    with recursive way (code, into_code) as (
      select code, merged_into from municipality where merged_into is not null
      union
      select way.code, further.merged_into from way join municipality further on further.code = way.into_code
      where further.merged_into is not null
    )
    update municipality m set merged_into = way.into_code
    from way join municipality last on last.code = way.into_code
    where m.code = way.code and last.merged_into is null and m.merged_into <> way.into_code
  `.execute(transaction);
  // One that left no delegated commune is found all the same, and its pacts answered for.
  await sql`
    insert into municipality_former_name (code, municipality_code, name, kind, postcodes)
    select code, merged_into, name, 'merged', postcodes from municipality where merged_into is not null
    on conflict (code) do nothing
  `.execute(transaction);
}

async function writeFormerNames(transaction: Transaction<Schema>, { formerNames }: TerritorySource): Promise<void> {
  await sql`delete from municipality_former_name`.execute(transaction);
  await sql`
    insert into municipality_former_name (code, municipality_code, name, kind, postcodes)
    select code, municipality_code, name, kind, string_to_array(postcodes, ' ')
    from unnest(
      ${column(formerNames, 'code')}::text[], ${column(formerNames, 'municipalityCode')}::text[],
      ${column(formerNames, 'name')}::text[], ${column(formerNames, 'kind')}::text[], ${postcodes(formerNames)}::text[]
    ) as row (code, municipality_code, name, kind, postcodes)
  `.execute(transaction);
}

function column<Row, Key extends keyof Row>(rows: readonly Row[], key: Key): Row[Key][] {
  return rows.map((row) => row[key]);
}

/** As one text each: PostgreSQL has no array of arrays of different lengths. */
function postcodes(rows: readonly { readonly postcodes: readonly string[] }[]): string[] {
  return rows.map((row) => row.postcodes.join(' '));
}
