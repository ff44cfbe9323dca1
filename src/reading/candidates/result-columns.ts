/**
 * The columns of a file of results: one row a commune, then the same group of columns for each list. Files repeat the names
 * of the group, number them (`Voix 1`, `Voix 2`), or name the first group alone and leave the rest of the header empty.
 */
import type { Row } from '../table/row-parser.ts';
import { findHeader, headerKey, type Columns } from './columns.ts';

const FIXED_HEADERS = {
  department: ['code du departement', 'code departement', 'code dep', 'departement code', 'dep'],
  municipality: ['code commune', 'code de la commune', 'code insee commune', 'code insee', 'code circonscription'],
  municipalityName: [
    'libelle commune',
    'libelle de la commune',
    'nom commune',
    'circonscription',
    'libelle circonscription',
    'commune',
  ],
  votesCast: ['exprimes', 'suffrages exprimes', 'nombre d exprimes', 'nb exprimes'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const GROUP_HEADERS = {
  panelNumber: [
    'n liste',
    'n de liste',
    'n panneau',
    'n panneau liste',
    'n pan',
    'numero de panneau',
    'numero panneau',
    'numero de liste',
  ],
  shortName: ['libelle abrege liste', 'libelle abrege de liste', 'libelle abrege de la liste'],
  listName: [
    'libelle etendu liste',
    'libelle etendu de liste',
    'libelle de liste',
    'libelle de la liste',
    'libelle liste',
    'liste',
  ],
  leaderFamily: ['nom tete de liste', 'nom de la tete de liste', 'nom du candidat', 'nom candidat', 'nom'],
  leaderGiven: [
    'prenom tete de liste',
    'prenom de la tete de liste',
    'prenom du candidat',
    'prenom candidat',
    'prenom',
  ],
  votes: ['voix', 'nombre de voix', 'nb voix'],
  seats: [
    'sieges',
    'nombre de sieges',
    'sieges elu',
    'sieges elus',
    'sieges au cm',
    'sieges cm',
    'sieges au conseil municipal',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const RESULT_FIELDS = Object.keys(FIXED_HEADERS) as readonly (keyof typeof FIXED_HEADERS)[];
export const GROUP_FIELDS = Object.keys(GROUP_HEADERS) as readonly (keyof typeof GROUP_HEADERS)[];

export type ResultField = keyof typeof FIXED_HEADERS;
export type GroupField = keyof typeof GROUP_HEADERS;

export type ResultColumns = {
  readonly fixed: Columns<ResultField>;
  /** Columns of the first group. */
  readonly group: Columns<GroupField>;
  /** Columns from one group to the next. */
  readonly period: number;
};

export type FoundResultHeader = {
  readonly at: number;
  readonly headers: readonly string[];
  readonly columns: ResultColumns;
};

/** Null when no row among the first is the header of results by list. */
export function findResultHeader(rows: readonly Row[]): FoundResultHeader | null {
  const fixed = findHeader(rows, FIXED_HEADERS);
  if (fixed === null) return null;
  const header: Row = { line: 0, cells: fixed.headers.map((name) => headerKey(name).replace(/ \d{1,3}$/, '')) };
  const group = findHeader([header], GROUP_HEADERS);
  if (group === null || group.columns.votes === null) return null;
  const period = periodOf(header.cells, group.columns);
  return { at: fixed.at, headers: fixed.headers, columns: { fixed: fixed.columns, group: group.columns, period } };
}

/** To the second column of the same name; when there is none, to the end of what the header names. */
function periodOf(names: readonly string[], group: Columns<GroupField>): number {
  const columns = Object.values(group).filter((column) => column !== null);
  const start = Math.min(...columns);
  const anchor = group.votes ?? start;
  const again = names.indexOf(names[anchor] ?? '', anchor + 1);
  if (again > anchor) return again - anchor;
  const last = names.findLastIndex((name) => name !== '');
  return Math.max(1, last - start + 1);
}
