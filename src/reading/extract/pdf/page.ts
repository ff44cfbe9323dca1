/** One page, read: its free lines and its ruled tables. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block, Cell } from '../blocks/block.ts';
import { cellOf } from './cells.ts';
import type { Line } from './fragment.ts';
import { linesOf } from './lines.ts';
import { readPageFragments } from './page-fragments.ts';
import { splitByRules, type RuledRow } from './ruled-tables.ts';
import { readRules } from './rules.ts';

export type PageRead = {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Outside of tables, from top to bottom. */
  readonly lines: readonly Line[];
  /** From top to bottom. */
  readonly tables: readonly { readonly top: number; readonly block: Block }[];
  readonly turned: readonly string[];
  readonly characters: number;
};

export async function readPage(page: PDFPageProxy, number: number): Promise<PageRead> {
  const { upright, turned, width, height, transform } = await readPageFragments(page);
  const lines = linesOf(upright, number);
  const split = mayHoldTable(lines) ? splitByRules(upright, await readRules(page, transform)) : null;
  const rows = split?.rows ?? [];
  const tableRows = rows.filter((row) => row.cells.length > 1);
  page.cleanup();
  const characters = upright.reduce((sum, fragment) => sum + fragment.text.length, 0);
  if (tableRows.length === 0) return { number, width, height, lines, tables: [], turned, characters };
  // A box around ordinary text is no table: its lines go on as if the box were not there.
  const boxed = rows.filter((row) => row.cells.length === 1).flatMap((row) => row.cells.flat());
  const free = linesOf([...(split?.outside ?? []), ...boxed], number);
  return { number, width, height, lines: free, tables: tablesOf(tableRows, free, number), turned, characters };
}

/** Drawn lines cost time to read: only where the text itself stands in columns of cells. */
function mayHoldTable(lines: readonly Line[]): boolean {
  return lines.filter((line) => line.segments.length > 1).length >= 2;
}

/** Rows that follow each other without a free line between them are one table. */
function tablesOf(
  rows: readonly RuledRow[],
  free: readonly Line[],
  page: number,
): readonly { readonly top: number; readonly block: Block }[] {
  const tables: { top: number; bottom: number; rows: Cell[][] }[] = [];
  for (const row of rows) {
    const cells = row.cells.map((fragments) => cellOf(linesOf(fragments, page)));
    const last = tables.at(-1);
    const between = last === undefined || free.some((line) => line.baseline > last.bottom && line.baseline < row.top);
    if (last === undefined || between) tables.push({ top: row.top, bottom: row.bottom, rows: [cells] });
    else {
      last.rows.push(cells);
      last.bottom = Math.max(last.bottom, row.bottom);
    }
  }
  return tables.map((table) => ({ top: table.top, block: { kind: 'table', rows: table.rows } }));
}
