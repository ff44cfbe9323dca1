/** Which column of the table of a bulk entry holds what: each field knows the ways in which people head it. */
import type { LineField } from '#domain/bulk-entry/entry-line.ts';
import { findHeader, type FoundHeader } from '#reading/candidates/columns.ts';
import type { Row } from '#reading/table/row-parser.ts';

/** Also of our own table (./read-table.ts). */
export const GROUPING_HEADERS: readonly string[] = [
  ...['siren intercommunalite', 'siren de l intercommunalite', 'siren epci', 'siren de l epci', 'code epci', 'siren'],
  ...['numero siren', 'n siren', 'code siren'],
];
export const GROUPING_NAME_HEADERS: readonly string[] = [
  ...['intercommunalite', 'nom de l intercommunalite', 'epci', 'nom epci', 'nom de l epci', 'libelle epci'],
  ...['groupement', 'communaute'],
];

/** Folded by `nameKey`: `Date_de_signature` is `date de signature`. The first that a header equals wins. */
const HEADERS: Readonly<Record<LineField, readonly string[]>> = {
  municipality: [
    ...['code commune', 'code insee', 'code insee commune', 'code insee de la commune', 'code de la commune', 'insee'],
    ...['commune code', 'code'],
  ],
  municipalityName: [
    ...['commune', 'nom de la commune', 'nom commune', 'libelle commune', 'libelle de la commune', 'ville', 'lieu'],
    ...['nom de la ville', 'municipalite', 'collectivite', 'nom de la collectivite', 'territoire'],
  ],
  grouping: GROUPING_HEADERS,
  groupingName: GROUPING_NAME_HEADERS,
  department: [
    ...['departement', 'code departement', 'code du departement', 'nom du departement', 'dep', 'dpt', 'dept'],
    ...['numero departement', 'n departement'],
  ],
  list: ['liste', 'nom de la liste', 'nom liste', 'liste signataire', 'titre de la liste', 'libelle de la liste'],
  leader: [
    'tete de liste',
    'tete',
    'nom de la tete de liste',
    'candidat tete de liste',
    'maire',
    'candidat',
    'candidate',
  ],
  signedOn: [
    ...['signe le', 'date de signature', 'jour de signature', 'signature', 'date', 'date signature', 'signee le'],
  ],
  charter: ['charte', 'edition', 'pacte signe', 'edition de la charte', 'texte signe'],
  file: ['fichier', 'nom du fichier', 'nom de fichier', 'document', 'nom du document', 'piece', 'piece jointe', 'pdf'],
};

/** Null: no row among the first names two fields. */
export function findEntryHeader(rows: readonly Row[]): FoundHeader<LineField> | null {
  return findHeader(rows, HEADERS);
}
