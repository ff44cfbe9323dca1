/** A file of public addresses: one line each, of a list by its number, a municipality by its code or a grouping by its SIREN. */
import type { Row } from '../table/row-parser.ts';
import { findHeader } from './columns.ts';
import { cellOf, wholeNumber } from './candidate-lines.ts';

const HEADERS = {
  list: ['liste', 'numero de liste', 'id liste', 'liste id'],
  municipality: ['code commune', 'code insee', 'code insee commune', 'commune'],
  siren: ['siren', 'siren intercommunalite', 'code siren'],
  email: ['courriel', 'email', 'e mail', 'mail', 'adresse electronique', 'adresse mail', 'adresse e mail'],
  source: ['source', 'origine'],
} as const;

export type AddressLine = {
  readonly line: number;
  /** Null: the line names none; told as an unknown owner. */
  readonly owner: { readonly list: number } | { readonly municipality: string } | { readonly siren: string } | null;
  readonly email: string;
  readonly source: string;
};

/** Null: the columns are not there. */
export function readAddressLines(rows: readonly Row[]): readonly AddressLine[] | null {
  const header = findHeader(rows, HEADERS);
  if (header === null || header.columns.email === null || header.columns.source === null) return null;
  const { columns } = header;
  if (columns.list === null && columns.municipality === null && columns.siren === null) return null;
  return rows.slice(header.at + 1).map((row) => {
    const list = wholeNumber(cellOf(row, columns.list));
    const municipality = cellOf(row, columns.municipality).toUpperCase();
    const siren = cellOf(row, columns.siren).replace(/\s/g, '');
    const owner =
      list !== null
        ? { list }
        : municipality !== ''
          ? { municipality: municipality.padStart(5, '0') }
          : siren !== ''
            ? { siren }
            : null;
    return { line: row.line, owner, email: cellOf(row, columns.email), source: cellOf(row, columns.source) };
  });
}
