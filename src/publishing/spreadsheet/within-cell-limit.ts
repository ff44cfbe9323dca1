/**
 * Rows none of whose cells is longer than Excel takes (32,767 characters: beyond, it calls the file damaged). A line that
 * says more goes on in rows below, over which one of its cells is merged: the reader joins such rows again
 * (../../reading/plan-sheet/row-groups.ts).
 */
import type { OutCell } from '#domain/plan/exchange/columns.ts';
import { isClosed } from '#domain/plan/exchange/items.ts';
import type { OfficeRow } from './office-sheet.ts';

export const XLSX_CELL_LIMIT = 32_767;

/** From 1, both ends included. */
export type MergedDown = { readonly column: number; readonly top: number; readonly bottom: number };

export function withinCellLimit(
  rows: readonly OfficeRow[],
  { mergedColumn, limit = XLSX_CELL_LIMIT }: { readonly mergedColumn: number; readonly limit?: number },
): { readonly rows: readonly OfficeRow[]; readonly merged: readonly MergedDown[] } {
  const within: OfficeRow[] = [];
  const merged: MergedDown[] = [];
  for (const row of rows) {
    const columns = row.cells.map((cell) => cellPieces(cell, limit));
    const height = Math.max(1, ...columns.map(({ length }) => length));
    if (height > 1) merged.push({ column: mergedColumn, top: within.length + 1, bottom: within.length + height });
    for (let at = 0; at < height; at += 1)
      within.push({ kind: row.kind, cells: columns.map((pieces) => pieces[at] ?? null) });
  }
  return { rows: within, merged };
}

function cellPieces(cell: OutCell, limit: number): readonly OutCell[] {
  if (typeof cell !== 'string' || cell.length <= limit) return [cell];
  const pieces: string[] = [];
  let rest = cell;
  while (rest.length > limit) {
    const end = endOfPiece(rest, limit);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(rest[end] === '\n' ? end + 1 : end);
  }
  return [...pieces, rest];
}

/** After a whole item where there is one, else after a line, else between two characters. */
function endOfPiece(text: string, limit: number): number {
  const lastLine = text.lastIndexOf('\n', limit);
  for (let end = lastLine; end > 0; end = text.lastIndexOf('\n', end - 1)) if (isClosed(text.slice(0, end))) return end;
  if (lastLine > 0) return lastLine;
  return /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}
