/**
 * Figures pasted from a spreadsheet: each cell becomes a figure, is known to be unknown, or is told with its place. All that is
 * wrong is told at once, and nothing is guessed.
 */
import { readFrenchNumber } from '#domain/shared/french-number.ts';
import { valueKey, type IndicatorValue } from '#domain/plan/indicator.ts';
import type { FigureFault, FiguresRead, NoFigures } from '#domain/plan/figures-read.ts';
import { readPeriod } from '#domain/plan/period.ts';
import { rowParser, type Delimiter, type Row } from '../table/row-parser.ts';
import { columnsOf, rowNamed, WITHOUT_HEADER, type FigureColumn } from './figure-columns.ts';

export const MOST_CHARACTERS = 200_000;
export const MOST_VALUES = 5_000;
const LONGEST_TERRITORY = 80;

/** `unit`: may follow a number in its cell. Linear in the length of the text. */
export function readFigures(text: string, { unit }: { readonly unit: string }): FiguresRead | NoFigures {
  if (text.length > MOST_CHARACTERS) return { kind: 'too-much', limit: MOST_VALUES };
  const rows = rowsOf(text);
  if (rows === null) return { kind: 'broken-cell' };
  const [first, ...rest] = rows;
  if (first === undefined) return { kind: 'nothing-pasted' };
  if (rows.every(({ cells }) => cells.length < 2)) return { kind: 'one-column' };
  const columns = columnsOf(first.cells);
  const read = readRows(columns === null ? rows : rest, columns ?? WITHOUT_HEADER, { unit });
  return read.values.length > MOST_VALUES ? { kind: 'too-much', limit: MOST_VALUES } : read;
}

function rowsOf(text: string): readonly Row[] | null {
  // A comma is a decimal mark here, never what stands between two cells.
  const delimiter: Delimiter = text.includes('\t') ? '\t' : ';';
  const parser = rowParser(delimiter);
  const rows = [...parser.push(text.replace(/^\ufeff/, '')), ...parser.end()];
  if (parser.broken() !== null) return null;
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function readRows(rows: readonly Row[], columns: readonly FigureColumn[], { unit }: { unit: string }): FiguresRead {
  const values: (IndicatorValue & { cell: string })[] = [];
  const faults: FigureFault[] = [];
  const seen = new Map<string, { value: number; cell: string }>();
  let unknown = 0;
  for (const { line, cells } of rows) {
    const period = cellOf(columns, cells, 'period');
    const place = cellOf(columns, cells, 'territory');
    const when = period === null || period.text === '' ? null : readPeriod(period.text);
    const across = columns.some(({ is }) => is === 'value-of');
    const row = across ? rowNamed(place?.text ?? '') : { kind: null, territory: oneLine(place?.text ?? '') };
    const fault = (at: number, kind: FigureFault['kind'], more: { limit?: number; first?: string } = {}) =>
      faults.push({ cell: cellName(at, line), line, text: oneLine(cells[at] ?? ''), kind, ...more } as FigureFault);
    if (period !== null && period.text !== '' && when === null) fault(period.at, 'bad-period');
    if (row.territory.length > LONGEST_TERRITORY) fault(place?.at ?? 0, 'long-territory', { limit: LONGEST_TERRITORY });
    for (const [at, cell] of cells.entries()) {
      const column = columns[at];
      if (column === undefined && cell.trim() !== '') fault(at, 'no-header');
      if (column?.is !== 'value' && column?.is !== 'value-of') continue;
      const number = readFrenchNumber(cell, unit);
      if (number.kind === 'unknown') {
        unknown += 1;
        continue;
      }
      if (number.kind !== 'number') {
        fault(at, FAULT[number.kind]);
        continue;
      }
      const kind = column.is === 'value' ? column.kind : (row.kind ?? 'result');
      const on = column.is === 'value-of' ? column.period : when;
      // Told once already, for the whole row.
      if (on === null && period !== null && period.text !== '') continue;
      if (on === null && kind === 'result') {
        fault(at, 'no-period');
        continue;
      }
      const territory = (column.is === 'value' ? column.territory : null) ?? row.territory;
      const value = { kind, territory, period: on, value: number.value, cell: cellName(at, line) };
      const before = seen.get(valueKey(value));
      if (before !== undefined && before.value !== value.value) fault(at, 'said-twice', { first: before.cell });
      if (before !== undefined) continue;
      seen.set(valueKey(value), value);
      values.push(value);
    }
  }
  const leftOut = columns.flatMap((column) =>
    column.is === 'left-out' && column.header !== '' ? [column.header] : [],
  );
  return { values, faults, unknown, leftOut };
}

const FAULT = {
  ambiguous: 'ambiguous-number',
  'not-a-number': 'bad-number',
  'out-of-bounds': 'out-of-bounds',
} as const;

function cellOf(columns: readonly FigureColumn[], cells: readonly string[], is: 'period' | 'territory') {
  const at = columns.findIndex((column) => column.is === is);
  return at === -1 ? null : { at, text: (cells[at] ?? '').trim() };
}

/** 0 and 3: `A3`. */
export function cellName(column: number, line: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${line}`;
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 200);
}
