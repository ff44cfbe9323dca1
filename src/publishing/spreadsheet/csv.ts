/**
 * A list as a CSV file that spreadsheets open well: UTF-8 with its mark, CRLF, comma, quotes where needed (RFC 4180).
 *
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it: the words of a document come from
 * people we do not know; so does one that already begins with such an apostrophe, so that taking one away (imports do) gives
 * the words back. Numbers are left as numbers.
 */
import type { Cell, Columns } from '../open-data/column.ts';

export const CSV_MARK = '\ufeff';

/** The first line: names of columns, in code style so that scripts can rely on them. */
export function csvHeader(columns: readonly string[]): string {
  return CSV_MARK + csvLine(columns);
}

export function csvLine(cells: readonly Cell[]): string {
  return cells.map(written).join(',') + '\r\n';
}

/** The whole file at once: for lists that are known to be short. */
export function csvFile<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const shown = Object.values(columns);
  return csvHeader(Object.keys(columns)) + rows.map((row) => csvLine(shown.map(({ cell }) => cell(row)))).join('');
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  const safe = /^'*[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
