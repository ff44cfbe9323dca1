/**
 * Rows that make one action: its own, and those below over which its title is merged. A cell that repeats what the row
 * above says, because both are of one merged area, is counted once.
 */
import type { LineField } from '#domain/plan/exchange/fields.ts';
import type { SheetCell, SheetRow } from '../sheet/workbook.ts';
import { shownCell } from './shown-cell.ts';

export type PlacedCell = { readonly row: number; readonly column: number; readonly cell: SheetCell };

/** The cells of one action by field, in the order of the rows. */
export type RowGroup = {
  readonly row: number;
  readonly cells: ReadonlyMap<LineField, readonly PlacedCell[]>;
  readonly joined: boolean;
};

export function rowGroups(rows: readonly SheetRow[], columns: readonly (LineField | null)[]): readonly RowGroup[] {
  const titleColumn = columns.indexOf('title');
  const groups: { row: number; cells: Map<LineField, PlacedCell[]>; joined: boolean }[] = [];
  for (const row of rows) {
    const title = titleColumn < 0 ? null : (row.cells[titleColumn] ?? null);
    const last = groups.at(-1);
    const isBelow = title?.mergedFrom !== undefined && last !== undefined && saysTitle(last.cells, title);
    const group = isBelow ? last : { row: row.row, cells: new Map<LineField, PlacedCell[]>(), joined: false };
    if (isBelow) last.joined = true;
    columns.forEach((field, column) => {
      const cell = row.cells[column] ?? null;
      if (field === null || cell === null || (cell.kind === 'text' && cell.text.trim() === '')) return;
      if (isBelow && cell.mergedFrom !== undefined) return;
      group.cells.set(field, [...(group.cells.get(field) ?? []), { row: row.row, column, cell }]);
    });
    if (!isBelow && group.cells.size > 0) groups.push(group);
  }
  return groups;
}

function saysTitle(cells: ReadonlyMap<LineField, readonly PlacedCell[]>, title: SheetCell): boolean {
  const above = cells.get('title')?.[0]?.cell;
  return above !== undefined && shownCell(above) === shownCell(title);
}
