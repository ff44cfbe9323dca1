/**
 * A spreadsheet as it is, before anybody says what its columns mean: tabs, rows, typed cells, each with its address.
 *
 * Nothing is interpreted here: a number stays a number, a day is a day only where the file says so, a formula keeps the
 * result that the file holds. What the columns mean is in ../../domain/plan/sheet-import.
 */
import type { AsWritten } from '#domain/plan/published-sheet.ts';

/** `document`: what was read of a PDF, a DOCX, an ODT or a text (../plan-sheet/document-workbook.ts). */
export type SheetFormat = 'xlsx' | 'ods' | 'csv' | 'paste' | 'document';

/** How exactly a cell shows its day: « mars 2025 » is stored as the first of March and is no day. */
export type DayPrecision = 'day' | 'month' | 'year';

export type CellValue =
  /** Line ends are `\n`; other control characters are gone. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly unit?: '%' | '€' }
  /** YYYY-MM-DD. */
  | { readonly kind: 'day'; readonly day: string; readonly precision: DayPrecision }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** What the spreadsheet shows in place of a result: `#REF!`, `#N/A`. */
  | { readonly kind: 'error'; readonly code: string }
  /** A formula whose result the file does not hold. */
  | { readonly kind: 'no-result' };

export type SheetCell = CellValue & {
  /** As the file writes it, 200 characters at most. */
  readonly formula?: string;
  /** In a merged area, beyond its first row: the cell that says it (`B12`), in the same column. */
  readonly mergedFrom?: string;
};

export type SheetRow = {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number;
  /** By column, from A; null where nothing is written. Never all null. */
  readonly cells: readonly (SheetCell | null)[];
};

export type Tab = {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows where something is written, in order, `ROWS_LIMIT` at most. */
  readonly rows: readonly SheetRow[];
  /** How many rows say something, those past the limit included. */
  readonly rowCount: number;
  /** Rows that a filter or a person hid: they are read like the others. */
  readonly hiddenRows: number;
  /** Cells written past `COLUMNS_LIMIT`, not read. */
  readonly cellsTooFarRight: number;
};

export type Workbook = {
  readonly format: SheetFormat;
  readonly tabs: readonly Tab[];
  /** What a document writes that no cell holds, by row. */
  readonly asWritten?: Readonly<Record<number, AsWritten>>;
};

/** Rows of a tab that are kept. The largest plans known have some 1,000 actions. */
export const ROWS_LIMIT = 12_000;
export const COLUMNS_LIMIT = 150;
export const TABS_LIMIT = 40;
/** Of all tabs together: a plan of 10,000 actions in all our columns, and half as much again. A small file can claim millions. */
export const CELLS_LIMIT = 600_000;

export type SheetRefusal =
  | { readonly kind: 'empty-sheet' }
  | { readonly kind: 'sheet-too-large'; readonly bytes: number; readonly limitInBytes: number }
  /** Once unpacked: a bomb, or far more than a plan. */
  | { readonly kind: 'sheet-unpacks-too-much'; readonly limitInBytes: number }
  | { readonly kind: 'sheet-locked' }
  /** An Excel file from before 2007. */
  | { readonly kind: 'sheet-too-old' }
  /** XLSB: the same as an XLSX, in bytes of its own. */
  | { readonly kind: 'sheet-binary' }
  | { readonly kind: 'sheet-damaged' }
  | { readonly kind: 'sheet-forbidden-xml' }
  | { readonly kind: 'too-many-tabs'; readonly limit: number }
  | { readonly kind: 'sheet-too-full'; readonly limitInCells: number }
  /** A quotation mark that never closes, from this line on: often half a file. */
  | { readonly kind: 'endless-cell'; readonly line: number }
  | { readonly kind: 'too-many-cells'; readonly line: number }
  | { readonly kind: 'not-a-sheet' };

/** Column 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + (column % 26));
}

export function cellAddress(at: { readonly row: number; readonly column: number }): string {
  return columnLetters(at.column) + String(at.row);
}

/** `B12` is row 12, column 1; null for anything else. */
export function addressIn(text: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}
