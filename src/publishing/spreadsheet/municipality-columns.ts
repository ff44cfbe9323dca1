/** Columns of the lists of municipalities and of their groupings: what a search found, members, the whole country. */
import { GROUPING_KINDS, type GroupingKind } from '#domain/territory/grouping.ts';
import { boolean, code, integer, maybe, text, type Columns } from '../open-data/column.ts';

type FoundLine = {
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly department: string;
  readonly population: number | null;
  /** The other name that matched; null when the name itself did. */
  readonly formerName: string | null;
};

/** Best match first. */
export const FOUND_COLUMNS = {
  code_commune: text((row) => row.code, { refers: 'communes' }),
  nom: text((row) => row.name),
  code_departement: text((row) => row.departmentCode),
  departement: text((row) => row.department),
  habitants: maybe.integer((row) => row.population),
  ancien_nom: maybe.text((row) => row.formerName),
} as const satisfies Columns<FoundLine>;

type MemberLine = {
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly population: number | null;
  /** Pacts published here. */
  readonly pacts: number;
};

export const MEMBER_COLUMNS = {
  code_commune: text((row) => row.code, { refers: 'communes' }),
  nom: text((row) => row.name),
  code_departement: text((row) => row.departmentCode),
  habitants: maybe.integer((row) => row.population),
  pactes: integer((row) => row.pacts),
} as const satisfies Columns<MemberLine>;

type MunicipalityLine = {
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly department: string;
  readonly regionCode: string | null;
  readonly region: string | null;
  readonly population: number | null;
  readonly intercommunality: { readonly siren: string; readonly name: string } | null;
  readonly territorialEstablishment: { readonly siren: string; readonly name: string } | null;
  /** False: it merged into another since. */
  readonly current: boolean;
  readonly pacts: number;
  readonly plans: number;
};

export const COMMUNE_COLUMNS = {
  code_commune: text((row) => row.code),
  nom: text((row) => row.name),
  code_departement: text((row) => row.departmentCode),
  departement: text((row) => row.department),
  code_region: maybe.text((row) => row.regionCode),
  region: maybe.text((row) => row.region),
  habitants: maybe.integer((row) => row.population),
  siren_intercommunalite: maybe.text((row) => row.intercommunality?.siren ?? null, { refers: 'intercommunalites' }),
  intercommunalite: maybe.text((row) => row.intercommunality?.name ?? null),
  siren_ept: maybe.text((row) => row.territorialEstablishment?.siren ?? null, { refers: 'intercommunalites' }),
  ept: maybe.text((row) => row.territorialEstablishment?.name ?? null),
  actuelle: boolean((row) => row.current),
  pactes: integer((row) => row.pacts),
  plans: integer((row) => row.plans),
} as const satisfies Columns<MunicipalityLine>;

type GroupingLine = {
  readonly siren: string;
  readonly name: string;
  readonly kind: GroupingKind;
  readonly population: number;
  readonly current: boolean;
  readonly communes: number;
  /** Its own, not those of its communes. */
  readonly pacts: number;
  readonly plans: number;
};

export const GROUPING_COLUMNS = {
  siren_intercommunalite: text((row) => row.siren),
  nom: text((row) => row.name),
  nature: code(GROUPING_KINDS, (row) => row.kind),
  habitants: integer((row) => row.population),
  actuelle: boolean((row) => row.current),
  communes: integer((row) => row.communes),
  pactes: integer((row) => row.pacts),
  plans: integer((row) => row.plans),
} as const satisfies Columns<GroupingLine>;
