/**
 * Rows whose columns are parted by blanks only, cut where the head of the table says that columns begin.
 *
 * A cell belongs to the last column that begins at or before it, give or take a few characters. A cell that ran up against the next one
 * ("Ateliers de réparation MJC") is cut where that column begins, if a word begins there and nothing else fills it. Linear in the line.
 */
import { slicePlain, joinPlain, type Plain } from './plain-text.ts';
import type { Cell, Line } from './plan-lines.ts';

/** Where columns begin: characters from the start of the line, in order. */
export type LayoutColumns = readonly number[];

const SLACK = 3;

/** Where the cells of a head row begin; null when blanks do not part it. */
export function layoutColumns(head: Line): LayoutColumns | null {
  return head.tabular || head.spaced.length < 2 ? null : head.spaced.map((cell) => offsetIn(head, cell));
}

/** The cells of `line`, each with its column of the table. */
export function layoutCells(line: Line, columns: LayoutColumns): readonly Cell[] {
  const pieces = (line.spaced.length > 0 ? line.spaced : line.cells).map(({ plain }) => ({
    plain,
    column: columnAt(columns, offsetIn(line, { plain })),
  }));
  const taken = new Set(pieces.map(({ column }) => column));
  const cells = new Map<number, Plain>();
  for (const { plain, column } of pieces.flatMap((piece) => cutAtColumns(piece, { line, columns, taken }))) {
    const known = cells.get(column);
    cells.set(column, known ? joinPlain([known, plain], ' ') : plain);
  }
  return [...cells].map(([column, plain]) => ({ column, plain })).toSorted((a, b) => a.column - b.column);
}

/** A line of text that runs over the columns: nothing in it stands where a column begins. */
export function runsOver(line: Line, columns: LayoutColumns): boolean {
  const [only] = line.spaced.length > 0 ? line.spaced : line.cells;
  if (!only || line.spaced.length > 1) return false;
  const start = offsetIn(line, only);
  const next = columns[columnAt(columns, start) + 1];
  return next !== undefined && start + only.plain.text.length > next + SLACK;
}

function cutAtColumns(
  piece: Cell,
  { line, columns, taken }: { line: Line; columns: LayoutColumns; taken: ReadonlySet<number> },
): readonly Cell[] {
  const start = offsetIn(line, piece);
  const cells: Cell[] = [];
  let from = 0;
  let { column } = piece;
  for (let next = column + 1; next < columns.length && !taken.has(next); next += 1) {
    const at = (columns[next] ?? 0) - start;
    if (at >= piece.plain.text.length) break;
    if (piece.plain.text[at - 1] !== ' ' || piece.plain.text[at] === ' ') continue;
    cells.push({ column, plain: slicePlain(piece.plain, from, at) });
    from = at;
    column = next;
  }
  cells.push({ column, plain: slicePlain(piece.plain, from, piece.plain.text.length) });
  return cells;
}

function columnAt(columns: LayoutColumns, offset: number): number {
  return Math.max(
    0,
    columns.findLastIndex((start) => start <= offset + SLACK),
  );
}

function offsetIn(line: Line, { plain }: Pick<Cell, 'plain'>): number {
  return (plain.starts[0] ?? line.start) - line.start;
}
