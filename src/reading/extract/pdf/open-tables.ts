/**
 * Tables without borders, in lines that stand below each other.
 *
 * Such a table is a run of lines that leave the same bands white. It ends where a line lies across
 * them. Two lines with several cells in the same columns show it; below a header of levels one will do.
 */
import { CELL_GAP, hasCells, type Line, type Segment } from './fragment.ts';
import { isFormLine, isLevelHeader } from './level-header.ts';
import { openRows, OPENS, type OpenRow } from './open-rows.ts';
import { ANY_MARKER } from './continuation.ts';
import {
  columnsOf,
  columnsUnder,
  cutAtColumns,
  piecesOf,
  underTheirHeadings,
  widened,
  type Column,
} from './table-columns.ts';

export type OpenPart =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'open-table';
      readonly rows: readonly OpenRow[];
      readonly columns: readonly Column[];
      /** It has no header and stands in the columns of a table above or on the page before. */
      readonly goesOn: boolean;
    }
  | Beside;

/** What stands side by side without being rows, such as a text and a note in its margin. */
type Beside = { readonly kind: 'beside'; readonly columns: readonly (readonly Line[])[] };

export type OpenSearch = {
  /** Only tables below a header of levels, and what goes on with the table of the page before. */
  readonly levelsOnly: boolean;
  /** The columns of a table that may go on here; null when none does. */
  readonly inherited: readonly Column[] | null;
};

/** Evidence must come within so many lines: a search that fails stays short. */
const PATIENCE = 14;
/** Lines of the first column alone: more in a row are ordinary text. */
const ALONE = 7;
/** Lines over all columns of a table with headings: more in a row are a paragraph. */
const ACROSS = 2;
/** White that ends a table, in sizes of type. */
const FAR = 9;

export function openTables(lines: readonly Line[], { levelsOnly, inherited }: OpenSearch): readonly OpenPart[] {
  const parts: OpenPart[] = [];
  let free: Line[] = [];
  let known = inherited;
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const found = tableAt(lines, { at, known, levelsOnly });
    if (found === null) {
      free.push(line);
      at += 1;
      // A line across the columns may be a heading between rows; several are the text after the table.
      if (free.length > 2) known = null;
      continue;
    }
    const { above, columns } = found;
    const opening = free.splice(free.length - above, above);
    if (free.length > 0) parts.push({ kind: 'lines', lines: free });
    free = [];
    const all = [...opening, ...lines.slice(at, found.to)];
    const rows = openRows(all, columns);
    if (isHeaded(columns) || found.goesOn || !standBeside(rows)) {
      parts.push({ kind: 'open-table', rows, columns, goesOn: found.goesOn });
    } else parts.push({ kind: 'beside', columns: columnsOfRows(rows, parts.at(-1)) });
    known = isHeaded(columns) ? columns : null;
    at = found.to;
  }
  if (free.length > 0) parts.push({ kind: 'lines', lines: free });
  return parts;
}

function isHeaded(columns: readonly Column[]): boolean {
  return columns.some((column) => column.headed);
}

/** Whether the lines of each column go on from row to row, as a text does that has a note in its margin. */
function standBeside(rows: readonly OpenRow[]): boolean {
  const [row, ...more] = rows;
  if (row === undefined) return false;
  if (more.length === 0) return (row.cells[0]?.length ?? 0) >= 2 && row.cells.some((cell) => cell.length >= 4);
  const cut = more.filter(({ cells }, at) =>
    cells.some((cell, column) => column > 0 && goesOn(rows[at]?.cells[column]?.at(-1), cell[0])),
  );
  return cut.length >= 0.3 * more.length;
}

function goesOn(above: Line | undefined, below: Line | undefined): boolean {
  const [last, first] = [above?.segments.at(-1)?.text ?? '', below?.segments[0]?.text ?? ''];
  return last.length > 20 && !/[.!?:;]["”»)]?$/u.test(last) && /^\p{Ll}/u.test(first);
}

/** The lines of each column; first those of the column in which the text above stands. */
function columnsOfRows(rows: readonly OpenRow[], above: OpenPart | undefined): readonly (readonly Line[])[] {
  const columns = (rows[0]?.cells ?? []).map((_, column) => rows.flatMap(({ cells }) => cells[column] ?? []));
  const last = above?.kind === 'lines' ? above.lines.at(-1) : undefined;
  const first = columns.findIndex((lines) => last !== undefined && Math.abs((lines[0]?.left ?? 0) - last.left) < 6);
  if (first < 0) return columns;
  return [columns[first] ?? [], ...columns.filter((_, at) => at !== first)];
}

type Found = {
  readonly to: number;
  readonly columns: readonly Column[];
  /** How many of the lines just above belong to the first row. */
  readonly above: number;
  readonly goesOn: boolean;
};

type Seed = { readonly at: number; readonly known: readonly Column[] | null; readonly levelsOnly: boolean };

function tableAt(lines: readonly Line[], { at, known, levelsOnly }: Seed): Found | null {
  const line = lines[at];
  if (line === undefined) return null;
  const header = isLevelHeader(line);
  if (known !== null && !header) {
    const found = grow(lines, { at, columns: known, header: false, goesOn: true });
    if (found !== null) return { ...found, above: 0, goesOn: true };
  }
  const seed = [line, ...cellBetween(lines, at)];
  if (!header && (levelsOnly || (seed.length === 1 && !hasCells(line)) || isFormLine(line))) return null;
  const found = grow(lines, {
    at,
    columns: columnsOf(
      seed.flatMap((one) => seedPieces(one, header)),
      header,
    ),
    header,
    goesOn: false,
  });
  return found === null ? null : { ...found, above: header ? 0 : opening(lines, at, found.columns), goesOn: false };
}

/** The line of a cell in the middle of its row: beside the line, and only half a line below it. */
function cellBetween(lines: readonly Line[], at: number): readonly Line[] {
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || next === undefined || isLevelHeader(line)) return [];
  const isBetween = next.baseline - line.baseline < 0.85 * line.size && next.left > line.right + CELL_GAP * line.size;
  return isBetween ? [next] : [];
}

/** Words of a cell may stand as far apart as cells do when they are justified; then headings tell. */
function seedPieces(line: Line, header: boolean): readonly Segment[] {
  const pieces = piecesOf(line);
  if (header) return pieces;
  return pieces.reduce<Segment[]>((all, piece) => {
    const last = all.at(-1);
    if (last === undefined || piece.left - last.right > CELL_GAP * line.size) all.push(piece);
    else all[all.length - 1] = { ...last, right: piece.right };
    return all;
  }, []);
}

type Growth = {
  readonly at: number;
  readonly columns: readonly Column[];
  readonly header: boolean;
  /** The columns come from the page before, or from above a line that lies across them. */
  readonly goesOn: boolean;
};

function grow(
  lines: readonly Line[],
  { at: from, columns: start, header, goesOn }: Growth,
): Pick<Found, 'to' | 'columns'> | null {
  let columns = start;
  /** One past the last line with a cell beyond the first column. */
  let to = from;
  let alone = 0;
  let across = 0;
  let shown = false;
  const rows: (readonly Segment[])[] = [];
  /** Those of each line that stand beyond the first column. */
  const cells: (readonly Segment[])[] = [];
  for (let at = from; at < lines.length && alone <= ALONE; at += 1) {
    const line = lines[at];
    if (line === undefined || (!shown && at - from > PATIENCE) || (at > from && ends(lines, at, columns))) break;
    const pieces = cutAtColumns(piecesOf(line), columns);
    const wider = widened(columns, pieces, (left) => mayMerge(rows, columns, left));
    if (wider === null) {
      // A heading over all columns, or a title that runs into the next one: the table may go on below it.
      across = pieces.length === 1 ? across + 1 : 0;
      if (across > ACROSS || at === from) break;
      if (pieces.length > 1) to = at + 1;
      continue;
    }
    if (wider.length < 2) break;
    across = 0;
    const inside = goesOn ? pieces.some((piece) => columnsUnder(piece, start).some((column) => column > 0)) : true;
    columns = wider;
    const [first] = columns;
    const beyond = pieces.filter((piece) => first !== undefined && piece.left > first.right);
    alone = beyond.length === 0 ? alone + 1 : 0;
    if (beyond.length === 0) continue;
    if (goesOn && !shown && !inside) break;
    to = at + 1;
    rows.push(pieces);
    cells.push(beyond);
    shown ||= header ? at > from : goesOn || aligned(cells);
  }
  if (!shown) return null;
  return {
    to: withLastWords(lines, to, columns),
    columns: underTheirHeadings(columns, lines[from]?.size ?? 10),
  };
}

/** A new header with columns of its own, or a lot of white. */
function ends(lines: readonly Line[], at: number, columns: readonly Column[]): boolean {
  const [above, line] = [lines[at - 1], lines[at]];
  if (above === undefined || line === undefined || isFormLine(line)) return true;
  return line.baseline - above.baseline > FAR * line.size || (isLevelHeader(line) && !fits(line, columns));
}

/** Whether every cell stands in a column of its own. */
function fits(line: Line, columns: readonly Column[]): boolean {
  const under = piecesOf(line).map((piece) => columnsUnder(piece, columns));
  return under.every((some) => some.length === 1) && new Set(under.map(([one]) => one)).size === under.length;
}

/** Two columns that only one line shows may be one, unless headings name them. */
function mayMerge(rows: readonly (readonly Segment[])[], columns: readonly Column[], left: number): boolean {
  const [one, other] = [columns[left], columns[left + 1]];
  if (one === undefined || other === undefined || one.headed || other.headed) return false;
  const apart = rows.filter(
    (pieces) =>
      pieces.some((piece) => columnsUnder(piece, [one]).length > 0) &&
      pieces.some((piece) => columnsUnder(piece, [other]).length > 0),
  );
  return apart.length <= 1 && rows.length <= PATIENCE;
}

/** Two cells of different lines that begin, end or have their middle at one place. */
function aligned(lines: readonly (readonly Segment[])[]): boolean {
  const last = lines.at(-1) ?? [];
  return lines.slice(0, -1).some((line) => line.some((piece) => last.some((other) => isAligned(piece, other))));
}

function isAligned(one: Segment, other: Segment): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 2.5;
  return (
    near(one.left, other.left) || near(one.right, other.right) || near(one.left + one.right, other.left + other.right)
  );
}

/** The last title may end below the last mark. */
function withLastWords(lines: readonly Line[], to: number, columns: readonly Column[]): number {
  let end = to;
  for (let line = lines[end]; line !== undefined && end - to < 4; line = lines[end]) {
    const above = lines[end - 1];
    if (above === undefined || columnsUnder(wholeOf(line), columns).join() !== '0') break;
    if (!wraps(above, line) && !overflows(above, line, columns[0])) break;
    end += 1;
  }
  return end;
}

/** How many lines above the first line with cells are the beginning of its first cell. */
function opening(lines: readonly Line[], at: number, columns: readonly Column[]): number {
  let from = at;
  for (let line = lines[from - 1]; line !== undefined && at - from < 3; line = lines[from - 1]) {
    const below = lines[from];
    if (below === undefined || !wraps(line, below) || columnsUnder(wholeOf(line), columns).join() !== '0') break;
    from -= 1;
  }
  return at - from;
}

function wholeOf({ left, right }: Line): Column {
  return { left, right, headed: false };
}

/** Just below a line that fills its column, and with no number of its own. */
function overflows(above: Line, below: Line, column: Column | undefined): boolean {
  const [cell, text] = [above.segments[0], below.segments[0]?.text ?? ''];
  if (cell === undefined || column === undefined || below.baseline - above.baseline > 1.3 * below.size) return false;
  return (
    column.right - cell.right < 0.1 * (column.right - column.left) &&
    !OPENS.test(text) &&
    !ANY_MARKER.test(text.replace(/^\d+ (?=\d)/u, ''))
  );
}

/** Close below it, and in the middle of its sentence; or beside it, where a cell stands in the middle of its row. */
function wraps(above: Line, below: Line): boolean {
  const step = below.baseline - above.baseline;
  const first = below.segments[0];
  if (first === undefined || step > 1.6 * below.size) return false;
  return step < 0.8 * below.size || /^\p{Ll}/u.test(first.text) || first.left > above.left + 40;
}
