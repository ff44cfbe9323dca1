/**
 * Reading the territory: a municipality with what it belongs to, a grouping with its members.
 * Search by what people type is in ./territory-search.ts; loading in ./territory-load.ts.
 */
import { sql } from 'kysely';
import type { Grouping, GroupingKind, Siren } from '#domain/territory/grouping.ts';
import type { DepartmentCode, FormerNameKind, Municipality, MunicipalityCode } from '#domain/territory/municipality.ts';
import type { Db } from './connection.ts';

export type MunicipalityPlace = Municipality & {
  readonly departmentName: string;
  readonly regionName: string | null;
  /** Null for a few islands and most overseas collectivities. */
  readonly intercommunality: Grouping | null;
  /** Inside the Métropole du Grand Paris only, Paris excepted. */
  readonly territorialEstablishment: Grouping | null;
  readonly formerNames: readonly { readonly code: string; readonly name: string; readonly kind: FormerNameKind }[];
  /** False when it has merged into another since. */
  readonly current: boolean;
};

export type GroupingPlace = Grouping & {
  readonly current: boolean;
  /** By population, largest first. */
  readonly municipalities: readonly Municipality[];
};

/** One query. Null when no municipality ever had this code. */
export async function findMunicipality(db: Db, code: string): Promise<MunicipalityPlace | null> {
  const row = await db
    .selectFrom('municipality as m')
    .innerJoin('department as d', 'd.code', 'm.departmentCode')
    .leftJoin('region as r', 'r.code', 'm.regionCode')
    .leftJoin('grouping as i', 'i.siren', 'm.intercommunalitySiren')
    .leftJoin('grouping as t', 't.siren', 'm.territorialEstablishmentSiren')
    .select(MUNICIPALITY)
    .select([
      'm.current',
      'd.name as departmentName',
      'r.name as regionName',
      'i.siren as interSiren',
      'i.name as interName',
      'i.slug as interSlug',
      'i.kind as interKind',
      'i.population as interPopulation',
      't.siren as estabSiren',
      't.name as estabName',
      't.slug as estabSlug',
      't.kind as estabKind',
      't.population as estabPopulation',
      sql<{ code: string; name: string; kind: FormerNameKind }[]>`(
        select coalesce(json_agg(json_build_object('code', f.code, 'name', f.name, 'kind', f.kind) order by f.code), '[]')
        from municipality_former_name f where f.municipality_code = m.code and f.name <> m.name
      )`.as('formerNames'),
    ])
    .where('m.code', '=', code)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...toMunicipality(row),
    departmentName: row.departmentName,
    regionName: row.regionName,
    formerNames: row.formerNames,
    current: row.current,
    intercommunality: toGrouping({
      siren: row.interSiren,
      name: row.interName,
      slug: row.interSlug,
      kind: row.interKind,
      population: row.interPopulation,
    }),
    territorialEstablishment: toGrouping({
      siren: row.estabSiren,
      name: row.estabName,
      slug: row.estabSlug,
      kind: row.estabKind,
      population: row.estabPopulation,
    }),
  };
}

/** Two queries. Null when no grouping ever had this SIREN. */
export async function findGrouping(db: Db, siren: string): Promise<GroupingPlace | null> {
  const [grouping, members] = await Promise.all([
    db.selectFrom('grouping').selectAll().where('siren', '=', siren).executeTakeFirst(),
    db
      .selectFrom('municipality as m')
      .select(MUNICIPALITY)
      .where((either) =>
        either.or([
          either('m.intercommunalitySiren', '=', siren),
          either('m.territorialEstablishmentSiren', '=', siren),
        ]),
      )
      .where('m.current', '=', true)
      .orderBy(sql`m.population desc nulls last, m.code`)
      .execute(),
  ]);
  if (grouping === undefined) return null;
  const { current, ...rest } = grouping;
  return { ...rest, siren: rest.siren as Siren, current, municipalities: members.map(toMunicipality) };
}

const MUNICIPALITY = [
  'm.code',
  'm.name',
  'm.slug',
  'm.population',
  'm.postcodes',
  'm.departmentCode',
  'm.siren',
] as const;

type MunicipalityRow = {
  code: string;
  name: string;
  slug: string;
  population: number | null;
  postcodes: string[];
  departmentCode: string;
  siren: string | null;
};

function toMunicipality(row: MunicipalityRow): Municipality {
  return {
    code: row.code as MunicipalityCode,
    name: row.name,
    slug: row.slug,
    population: row.population,
    postcodes: row.postcodes,
    departmentCode: row.departmentCode as DepartmentCode,
    siren: row.siren as Siren | null,
  };
}

/** A row of a left join: all there, or all null. */
function toGrouping(row: {
  siren: string | null;
  name: string | null;
  slug: string | null;
  kind: GroupingKind | null;
  population: number | null;
}): Grouping | null {
  const { siren, name, slug, kind, population } = row;
  if (siren === null || name === null || slug === null || kind === null || population === null) return null;
  return { siren: siren as Siren, name, slug, kind, population };
}
