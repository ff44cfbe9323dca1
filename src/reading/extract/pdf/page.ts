/** One page, read: its free lines and its ruled tables. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Cell } from '../blocks/block.ts';
import { cellOf } from './cells.ts';
import { findDrawnBoxes, mayHoldBoxes } from './drawn-boxes.ts';
import type { Fragment, Line } from './fragment.ts';
import { isLevelHeaderOf } from './level-header.ts';
import { linesOf } from './lines.ts';
import { readPageFragments } from './page-fragments.ts';
import { splitByRules, type RuledRow } from './ruled-tables.ts';
import { readDrawn, rulesWith } from './rules.ts';

export type RuledTable = {
  readonly top: number;
  /** Where its columns begin. */
  readonly columns: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
};

export type PageRead = {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Outside of tables, from top to bottom. */
  readonly lines: readonly Line[];
  /** From top to bottom. */
  readonly tables: readonly RuledTable[];
  readonly turned: readonly string[];
  readonly characters: number;
};

export async function readPage(page: PDFPageProxy, number: number): Promise<PageRead> {
  const { upright: words, strokes, turned, width, height, transform } = await readPageFragments(page);
  const written = linesOf(words, number);
  const drawn = mayHoldTable(written) || mayHoldBoxes(written) ? await readDrawn(page, transform) : null;
  const boxes = drawn === null ? null : findDrawnBoxes(drawn.small, words, strokes);
  const upright = [...words, ...(boxes?.fragments ?? [])];
  const lines = upright.length === words.length ? written : linesOf(upright, number);
  const rules = drawn === null || boxes === null ? null : rulesWith(drawn, boxes.others);
  const split = rules !== null && mayHoldTable(lines) ? splitByRules(upright, rules) : null;
  const rows = split?.rows ?? [];
  const isRow = rowsOfTables(rows);
  const tableRows = rows.filter(isRow);
  page.cleanup();
  const characters = upright.reduce((sum, fragment) => sum + fragment.text.length, 0);
  if (tableRows.length === 0) return { number, width, height, lines, tables: [], turned, characters };
  // A box around ordinary text is no table: its lines go on as if the box were not there.
  const boxed = rows.filter((row) => !isRow(row)).flatMap((row) => row.cells.flat());
  const free = linesOf([...(split?.outside ?? []), ...boxed], number);
  return { number, width, height, lines: free, tables: tablesOf(tableRows, free, number), turned, characters };
}

/** A heading over all the columns of a table stands between two of its rows, and is a few words. */
function rowsOfTables(rows: readonly RuledRow[]): (row: RuledRow) => boolean {
  const headings = new Set(
    rows.filter((row, at) => {
      const [above, below] = [rows[at - 1], rows[at + 1]];
      if (row.cells.length !== 1 || above === undefined || below === undefined) return false;
      const inside = above.columns === row.columns && below.columns === row.columns && below.cells.length > 1;
      const text = (row.cells[0] ?? []).map((fragment) => fragment.text).join(' ');
      return inside && isAnswered(rows, row) && text.length < 120;
    }),
  );
  return (row) => row.cells.length > 1 || headings.has(row);
}

/** Its table has a column a level: a line of text between rows would cut them from their header. */
function isAnswered(rows: readonly RuledRow[], { columns }: RuledRow): boolean {
  return rows.some((row) => row.columns === columns && isLevelHeaderOf(row.cells.map(textOfCell)));
}

function textOfCell(fragments: readonly Fragment[]): string {
  return fragments.map((fragment) => fragment.text.trim()).join(' ');
}

/** Drawn lines cost time to read: only where the text itself stands in columns of cells. */
function mayHoldTable(lines: readonly Line[]): boolean {
  return lines.filter((line) => line.segments.length > 1).length >= 2;
}

/** Rows that follow each other without a free line between them are one table. */
function tablesOf(rows: readonly RuledRow[], free: readonly Line[], page: number): readonly RuledTable[] {
  const tables: (RuledTable & { bottom: number; readonly rows: Cell[][] })[] = [];
  for (const row of rows) {
    const filled = row.cells.map((fragments) => cellOf(linesOf(fragments, page)));
    // A heading over all columns has their empty cells, so that the table goes on below it.
    const cells = filled.length > 1 ? filled : row.columns.map((_, at) => filled[at] ?? []);
    const last = tables.at(-1);
    const between = last === undefined || free.some((line) => line.baseline > last.bottom && line.baseline < row.top);
    if (last === undefined || between) tables.push({ ...row, rows: [cells] });
    else {
      last.rows.push(cells);
      last.bottom = Math.max(last.bottom, row.bottom);
    }
  }
  return tables;
}
