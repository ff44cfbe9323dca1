/** Where to look in a file for what is wrong with a row: the first of these fields that has a column, else its title. */
import type { LineField } from '#domain/plan/exchange/fields.ts';
import { cellAddress } from '../sheet/workbook.ts';
import type { Place } from './findings.ts';
import type { ImportChoices } from './import-choices.ts';

type Blamed = { readonly row: number; readonly fields: readonly LineField[] };

export function blamedPlace({ columns }: ImportChoices, { row, fields }: Blamed): Place {
  const at = [...fields, 'title' as const].map((field) => columns.indexOf(field)).find((column) => column >= 0);
  // A file without titles has no row to blame.
  return { row, column: at ?? 0 };
}

export function blamedCell(choices: ImportChoices, blamed: Blamed): string {
  return cellAddress(blamedPlace(choices, blamed));
}
