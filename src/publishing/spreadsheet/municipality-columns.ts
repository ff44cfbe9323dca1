/** Columns of the lists of municipalities: what a search found, and the members of a grouping. */
import type { Cell } from './csv.ts';

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
  code_commune: (row) => row.code,
  nom: (row) => row.name,
  code_departement: (row) => row.departmentCode,
  departement: (row) => row.department,
  habitants: (row) => row.population,
  ancien_nom: (row) => row.formerName,
} as const satisfies Readonly<Record<string, (row: FoundLine) => Cell>>;

type MemberLine = {
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly population: number | null;
  /** Pacts published here. */
  readonly pacts: number;
};

export const MEMBER_COLUMNS = {
  code_commune: (row) => row.code,
  nom: (row) => row.name,
  code_departement: (row) => row.departmentCode,
  habitants: (row) => row.population,
  pactes: (row) => row.pacts,
} as const satisfies Readonly<Record<string, (row: MemberLine) => Cell>>;
