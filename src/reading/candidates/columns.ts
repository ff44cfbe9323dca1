/**
 * Which column of a file holds what. Headers of the Ministry of the Interior vary from year to year: each field knows the
 * ways in which it was written; what is not recognised is left to a person, and what we do not need (sex, nationality,
 * birth) is never read.
 */
import { nameKey } from '#domain/campaign/name-key.ts';
import type { Row } from '../table/row-parser.ts';

export const LIST_FIELDS = [
  'department',
  'municipality',
  'municipalityName',
  'sector',
  'panelNumber',
  'shortName',
  'listName',
  'nuance',
  'position',
  'family',
  'given',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Columns of the file, from 0, by field; null: not in this file. */
export type Columns<Field extends string> = Readonly<Record<Field, number | null>>;

/** Without these, nothing can be read. */
export const NEEDED_FIELDS: readonly ListField[] = ['municipality', 'listName', 'family', 'given', 'position'];

/** Folded by `nameKey`: `N° Panneau Liste` is `n panneau liste`. The first that a header equals wins. */
const HEADERS: Readonly<Record<ListField, readonly string[]>> = {
  department: [
    'code du departement',
    'code departement',
    'code dep',
    'code dpt',
    'num departement',
    'departement code',
    'dep',
  ],
  municipality: [
    'code commune',
    'code de la commune',
    'code insee commune',
    'code insee de la commune',
    'code insee',
    'code officiel commune',
    'code circonscription',
    'commune code',
  ],
  municipalityName: [
    'libelle commune',
    'libelle de la commune',
    'nom de la commune',
    'nom commune',
    'circonscription',
    'libelle circonscription',
    'commune',
  ],
  sector: ['code secteur', 'secteur', 'code arrondissement', 'arrondissement', 'n secteur'],
  panelNumber: [
    'n panneau liste',
    'n panneau',
    'n pan',
    'numero de panneau',
    'numero panneau',
    'numero de panneau liste',
    'n de panneau',
    'n liste',
    'n de liste',
    'numero de liste',
    'numero de depot de la liste',
  ],
  shortName: [
    'libelle abrege liste',
    'libelle abrege de liste',
    'libelle abrege de la liste',
    'libelle court liste',
    'nom abrege de la liste',
  ],
  listName: [
    'libelle etendu liste',
    'libelle etendu de liste',
    'libelle etendu de la liste',
    'libelle de liste',
    'libelle de la liste',
    'libelle liste',
    'nom de la liste',
    'titre de la liste',
    'liste',
  ],
  nuance: [
    'nuance liste',
    'nuance de liste',
    'nuance de la liste',
    'code nuance liste',
    'code nuance de la liste',
    'code nuance',
    'nuance',
  ],
  position: [
    'n candidat',
    'n de candidat',
    'numero candidat',
    'numero de candidat',
    'n d ordre',
    'n ordre',
    'numero d ordre',
    'ordre',
    'rang',
    'position',
  ],
  family: [
    'nom candidat',
    'nom du candidat',
    'nom de famille',
    'nom sur le bulletin de vote',
    'nom du candidat sur le bulletin de vote',
    'nom psn',
    'nom',
  ],
  given: [
    'prenom candidat',
    'prenom du candidat',
    'prenom sur le bulletin de vote',
    'prenom du candidat sur le bulletin de vote',
    'prenom psn',
    'prenom',
  ],
};

/** Lines above the header that a file may have: a title, a date. */
const LINES_ABOVE = 15;

export type FoundHeader<Field extends string> = {
  /** Index of the header among the rows given. */
  readonly at: number;
  readonly headers: readonly string[];
  readonly columns: Columns<Field>;
};

/** The row, among the first, that names the most fields; null when none names two. */
export function findHeader<Field extends string>(
  rows: readonly Row[],
  known: Readonly<Record<Field, readonly string[]>>,
): FoundHeader<Field> | null {
  const found = rows
    .slice(0, LINES_ABOVE)
    .map((row, at) => ({ at, headers: row.cells, columns: columnsIn(row.cells, known) }));
  const count = ({ columns }: FoundHeader<Field>) => Object.values(columns).filter((column) => column !== null).length;
  const best = found.toSorted((one, other) => count(other) - count(one))[0];
  return best === undefined || count(best) < 2 ? null : best;
}

export function findListHeader(rows: readonly Row[]): FoundHeader<ListField> | null {
  return findHeader(rows, HEADERS);
}

function columnsIn<Field extends string>(
  headers: readonly string[],
  known: Readonly<Record<Field, readonly string[]>>,
): Columns<Field> {
  const keys = headers.map(headerKey);
  const taken = new Set<number>();
  const fields = Object.entries(known) as [Field, readonly string[]][];
  const columns = fields.map(([field, names]): [Field, number | null] => {
    const at = names
      .map((name) => keys.findIndex((key, index) => key === name && !taken.has(index)))
      .find((index) => index >= 0);
    if (at !== undefined) taken.add(at);
    return [field, at ?? null];
  });
  return Object.fromEntries(columns) as Columns<Field>;
}

/** `Nº` and `No` are `n`, as `N°` is. */
export function headerKey(header: string): string {
  return nameKey(header.replaceAll('º', '°').replaceAll('№', 'N°')).replace(/^no /, 'n ');
}
