/**
 * The division of the country as published: files of @etalab/decoupage-administratif (INSEE, DGCL, La Poste; Licence
 * Ouverte), put in the shape of our tables. Reads 12 MB, takes about a quarter of a second.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { slugOf } from '#domain/shared/slug.ts';
import { groupingName } from '#domain/territory/grouping-name.ts';
import type { GroupingKind } from '#domain/territory/grouping.ts';
import type { FormerNameKind } from '#domain/territory/municipality.ts';

export type TerritorySource = {
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly departments: readonly { readonly code: string; readonly name: string; readonly regionCode: string | null }[];
  readonly groupings: readonly SourceGrouping[];
  readonly municipalities: readonly SourceMunicipality[];
  readonly formerNames: readonly SourceFormerName[];
  /** Every commune that is no more, with the one of today that it is part of: also those that left no name. */
  readonly merged: readonly { readonly code: string; readonly into: string }[];
};

export type SourceGrouping = {
  readonly siren: string;
  readonly name: string;
  readonly slug: string;
  readonly kind: GroupingKind;
  readonly population: number;
};

export type SourceMunicipality = {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly siren: string | null;
  readonly population: number | null;
  readonly postcodes: readonly string[];
  readonly departmentCode: string;
  readonly regionCode: string | null;
  readonly intercommunalitySiren: string | null;
  readonly territorialEstablishmentSiren: string | null;
};

export type SourceFormerName = {
  readonly code: string;
  readonly municipalityCode: string;
  readonly name: string;
  readonly kind: FormerNameKind;
  readonly postcodes: readonly string[];
};

const PACKAGE = '@etalab/decoupage-administratif';
/** Raised when this file reads the same data differently, so that databases are loaded again. */
const READING = 3;

type PublishedCommune = {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly departement?: string;
  readonly region?: string;
  readonly chefLieu?: string;
  readonly commune?: string;
  /** Codes that it had, or that communes which merged into it had. */
  readonly anciensCodes?: readonly string[];
  readonly siren?: string;
  readonly population?: number;
  readonly codesPostaux?: readonly string[];
};
type PublishedGrouping = {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly populationMunicipale: number;
  readonly membres: readonly { readonly code: string }[];
};
type PublishedArea = { readonly code: string; readonly nom: string; readonly region?: string };

const KINDS: Readonly<Record<string, GroupingKind>> = {
  CC: 'cc',
  CA: 'ca',
  CU: 'cu',
  METRO: 'metropole',
  MET69: 'metropole-de-lyon',
  EPT: 'ept',
};

const FORMER_KINDS: Readonly<Record<string, FormerNameKind>> = {
  'commune-deleguee': 'delegated',
  'commune-associee': 'associated',
  'arrondissement-municipal': 'arrondissement',
};

/** Names the data and our way to read it: `6.0.0/1`. Cheap. */
export async function sourceRelease(): Promise<string> {
  const { version } = await readJson<{ version: string }>('package.json');
  return `${version}/${READING}`;
}

export async function readTerritorySource(): Promise<TerritorySource> {
  const [communes, epci, ept, departments, regions] = await Promise.all([
    readJson<readonly PublishedCommune[]>('data/communes.json'),
    readJson<readonly PublishedGrouping[]>('data/epci.json'),
    readJson<readonly PublishedGrouping[]>('data/ept.json'),
    readJson<readonly PublishedArea[]>('data/departements.json'),
    readJson<readonly PublishedArea[]>('data/regions.json'),
  ]);
  const regionCodes = new Set(regions.map((region) => region.code));
  const known = (code: string | undefined): string | null =>
    code !== undefined && regionCodes.has(code) ? code : null;
  const intercommunalityOf = groupingByMember(epci);
  const establishmentOf = groupingByMember(ept);

  return {
    regions: regions.map(({ code, nom }) => ({ code, name: nom })),
    departments: departments.map(({ code, nom, region }) => ({ code, name: nom, regionCode: known(region) })),
    groupings: [...epci, ...ept].map(readGrouping),
    municipalities: communes
      .filter((commune) => commune.type === 'commune-actuelle')
      .map((commune) => ({
        code: commune.code,
        name: commune.nom,
        slug: slugOf(commune.nom),
        siren: commune.siren ?? null,
        population: commune.population ?? null,
        postcodes: commune.codesPostaux ?? [],
        departmentCode: required(commune.departement, commune),
        regionCode: known(commune.region),
        intercommunalitySiren: intercommunalityOf.get(commune.code) ?? null,
        territorialEstablishmentSiren: establishmentOf.get(commune.code) ?? null,
      })),
    formerNames: communes
      .filter((commune) => commune.type !== 'commune-actuelle')
      .map((commune) => ({
        code: commune.code,
        municipalityCode: required(commune.chefLieu ?? commune.commune, commune),
        name: commune.nom,
        kind: required(FORMER_KINDS[commune.type], commune),
        postcodes: commune.codesPostaux ?? [],
      })),
    merged: mergedCommunes(communes),
  };
}

/** A delegated commune says itself where it is; the others are among the former codes of the commune that holds them. */
function mergedCommunes(communes: readonly PublishedCommune[]): TerritorySource['merged'] {
  const holder = ({ type, code, chefLieu, commune }: PublishedCommune): string =>
    type === 'commune-actuelle' ? code : (chefLieu ?? commune ?? code);
  const into = new Map([
    ...communes.flatMap((commune) => (commune.anciensCodes ?? []).map((code) => [code, holder(commune)] as const)),
    ...communes.map((commune) => [commune.code, holder(commune)] as const),
  ]);
  for (const { type, code } of communes) if (type === 'commune-actuelle') into.delete(code);
  return [...into].map(([code, holding]) => ({ code, into: holding }));
}

function readGrouping(grouping: PublishedGrouping): SourceGrouping {
  const kind = required(KINDS[grouping.type], grouping);
  const name = groupingName(grouping.nom, kind);
  return { siren: grouping.code, name, slug: slugOf(name), kind, population: grouping.populationMunicipale };
}

function groupingByMember(groupings: readonly PublishedGrouping[]): ReadonlyMap<string, string> {
  return new Map(groupings.flatMap(({ code, membres }) => membres.map((member) => [member.code, code] as const)));
}

function required<Value>(value: Value | undefined, source: unknown): Value {
  if (value === undefined) throw new Error(`territory data not understood: ${JSON.stringify(source).slice(0, 200)}`);
  return value;
}

async function readJson<Content>(path: string): Promise<Content> {
  const file = createRequire(import.meta.url).resolve(`${PACKAGE}/${path}`);
  return JSON.parse(await readFile(file, 'utf8')) as Content;
}
