/** A CSV, a TSV or cells pasted from a spreadsheet: every cell is words, encoding and delimiter are found. */
import { BrokenTableError, openTable } from '../table/open-table.ts';
import type { Row } from '../table/row-parser.ts';
import { cellText } from './cell-text.ts';
import { SheetRefused } from './sheet-refused.ts';
import { cellAllowance, tabBuilder } from './tab-builder.ts';
import type { SheetCell, Tab } from './workbook.ts';

/** What a plan can say in one cell (a hundred funders with their calls), with room: our own exports come back whole. */
const CELL_LIMIT = 200_000;

export async function readTextTable(bytes: Uint8Array): Promise<readonly Tab[]> {
  const builder = tabBuilder({ name: '', hidden: false }, cellAllowance());
  /** Lines of the file that are inside of cells: a spreadsheet counts each row once. */
  let inside = 0;
  try {
    const table = await openTable(() => [bytes], { cellLimit: CELL_LIMIT });
    for await (const rows of table.rows()) {
      for (const row of rows) {
        // What Excel is told of the delimiter.
        if (row.line === 1 && /^sep=$/i.test(row.cells[0]?.slice(0, 4) ?? '')) {
          inside += 1;
          continue;
        }
        builder.addRow(row.line - inside, cellsOf(row));
        inside += row.cells.reduce((sum, cell) => sum + linesIn(cell), 0);
      }
    }
  } catch (error) {
    if (error instanceof BrokenTableError) throw new SheetRefused(error.problem);
    throw error;
  }
  return [builder.tab()];
}

function cellsOf({ cells }: Row): ReadonlyMap<number, SheetCell> {
  return new Map(
    cells.map((cell, column): [number, SheetCell] => [column, { kind: 'text', text: cellText(asTyped(cell)) }]),
  );
}

/** An apostrophe before what a spreadsheet would run as a formula was put there to keep it words (csv.ts puts it). */
function asTyped(cell: string): string {
  return /^'+[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'+[\t\r\n]/u.test(cell) ? cell.slice(1) : cell;
}

function linesIn(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}
