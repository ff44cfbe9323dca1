/** Columns of the lists of municipalities: what a search found, and the members of a grouping. */
import { integer, maybe, text, type Columns } from '../open-data/column.ts';

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
