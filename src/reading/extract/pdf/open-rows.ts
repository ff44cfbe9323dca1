/**
 * Which printed lines of a table without borders are one row.
 *
 * Rows never share a height of the page, so all there is to decide is between which lines to cut. The
 * first column with words leads: a new cell there is a new row. What stands beside it without a line of its own
 * goes with the nearer row. Two marks in one column are never one row.
 */
import { ANY_MARKER, UNFINISHED } from './continuation.ts';
import { lineOf, type Line, type Segment } from './fragment.ts';
import { isLevelHeader, isMark } from './level-header.ts';
import { columnsUnder, cutAtColumns, piecesOf, type Column } from './table-columns.ts';

/** The lines of each cell, from top to bottom; none in an empty cell. */
export type OpenRow = { readonly cells: readonly (readonly Line[])[] };

/** One printed line: the pieces that stand in each column. */
type Printed = { readonly line: Line; readonly cells: readonly (readonly Segment[])[] };

export function openRows(lines: readonly Line[], columns: readonly Column[]): readonly OpenRow[] {
  const printed = lines.map((line) => inColumns(line, columns));
  const key = keyColumn(printed, columns);
  const rows: Printed[][] = [];
  const context = {
    key,
    columns,
    numbered: isNumbered(printed, key),
    right: rightOf(
      printed.filter((one) => !isAcross(one, columns)),
      key,
    ),
    step: usualStep(printed, key),
  };
  let from = 0;
  for (const cut of [...cuts(printed, context), printed.length]) {
    if (cut > from) rows.push(printed.slice(from, cut));
    from = Math.max(from, cut);
  }
  return rows.map((row) => ({
    cells: columns.map((_, column) =>
      row.flatMap(({ line, cells }) => {
        const pieces = cells[column] ?? [];
        return pieces.length === 0 ? [] : [lineOf(pieces, line)];
      }),
    ),
  }));
}

function inColumns(line: Line, columns: readonly Column[]): Printed {
  const cells: Segment[][] = columns.map(() => []);
  for (const piece of cutAtColumns(piecesOf(line), columns)) {
    cells[columnsUnder(piece, columns)[0] ?? 0]?.push(piece);
  }
  return { line, cells };
}

/** A heading over several columns. */
function isAcross({ cells }: Printed, columns: readonly Column[]): boolean {
  const [piece, ...more] = cells.flat();
  return piece !== undefined && more.length === 0 && columnsUnder(piece, columns).length > 1;
}

/** The first column whose cells are words; a column of numbers or marks leads nothing. */
function keyColumn(printed: readonly Printed[], columns: readonly Column[]): number {
  const wordy = columns.findIndex((_, column) => {
    const texts = printed.flatMap(({ cells }) => (cells[column] ?? []).map((piece) => piece.text));
    const words = texts.filter((text) => /\p{L}{3}/u.test(text) && !isMark(text));
    return words.length > 0.5 * texts.length;
  });
  return Math.max(wordy, 0);
}

type Context = {
  readonly key: number;
  readonly columns: readonly Column[];
  /** Its cells open with a number. */
  readonly numbered: boolean;
  /** Where its longest line ends. */
  readonly right: number;
  /** The smallest usual distance of its lines, in sizes of type. */
  readonly step: number;
};

/** Whether two lines in three that begin with a capital or a number have a number, as titles of measures do. */
function isNumbered(printed: readonly Printed[], key: number): boolean {
  const opening = printed.flatMap((one) => {
    const text = pieceIn(one, key)?.text ?? '';
    return text === '' || /^\p{Ll}/u.test(text) || isLevelHeader(one.line) ? [] : [OPENS.test(text)];
  });
  const numbers = opening.filter(Boolean).length;
  return numbers >= 2 && numbers >= 0.66 * opening.length;
}

function pieceIn({ cells }: Printed, column: number): Segment | undefined {
  return cells[column]?.[0];
}

function rightOf(printed: readonly Printed[], key: number): number {
  return printed.reduce((most, { cells }) => Math.max(most, cells[key]?.at(-1)?.right ?? 0), 0);
}

function usualStep(printed: readonly Printed[], key: number): number {
  const lines = printed.filter((one) => pieceIn(one, key) !== undefined).map(({ line }) => line);
  const steps = lines.slice(1).map((line, at) => (line.baseline - (lines[at]?.baseline ?? 0)) / line.size);
  return steps.filter((step) => step > 0.8).sort((a, b) => a - b)[Math.floor(steps.length / 5)] ?? 1.2;
}

/** The lines that open a row, but for the first. */
function cuts(printed: readonly Printed[], context: Context): readonly number[] {
  const found: number[] = [];
  let start = 0;
  /** The last line with words in the leading column. */
  let lead: number | null = null;
  printed.forEach((line, at) => {
    if (pieceIn(line, context.key) === undefined) {
      if (at > start && (marksMeet(printed.slice(start, at), line) || standsFar(printed[at - 1], line))) {
        found.push(at);
        [start, lead] = [at, null];
      }
      return;
    }
    const before = lead === null ? undefined : printed[lead];
    const row = printed.slice(start, at);
    if (at > start && opensRow({ row, before, line, context })) {
      const cut = before === undefined ? at : whereToCut(printed, { upper: lead ?? at, lower: at });
      found.push(cut);
      start = cut;
    }
    lead = at;
  });
  return found;
}

/** White of more than a line, and no middle of a sentence below it. */
function standsFar(above: Printed | undefined, { line, cells }: Printed): boolean {
  const text = cells.flat()[0]?.text ?? '';
  return above !== undefined && line.baseline - above.line.baseline > 2.4 * line.size && !/^\p{Ll}/u.test(text);
}

type Question = {
  /** The lines of the row so far. */
  readonly row: readonly Printed[];
  /** The one of them that last had words in the leading column. */
  readonly before: Printed | undefined;
  readonly line: Printed;
  readonly context: Context;
};

function opensRow({ row, before, line, context }: Question): boolean {
  const below = pieceIn(line, context.key);
  const above = before?.cells[context.key]?.at(-1);
  if (below === undefined) return false;
  if (marksMeet(row, line)) return true;
  if (before !== undefined && isAcross(line, context.columns) !== isAcross(before, context.columns)) return true;
  if (row.some((one) => isLevelHeader(one.line))) return !headingGoesOn(row, line);
  if (before === undefined || above === undefined) {
    // Beside what stands without words in the leading column so far.
    const gap = line.line.baseline - (row.at(-1)?.line.baseline ?? 0);
    return gap > 1.25 * context.step * line.line.size;
  }
  const step = (line.line.baseline - before.line.baseline) / line.line.size;
  if (step > 1.9 || step > 1.15 * context.step + 0.06) return true;
  const fresh = line.cells.some((cell, column) => column !== context.key && isFresh(cell[0]?.text));
  const text = below.text;
  if (UNFINISHED.test(above.text)) return false;
  if (OPENS.test(text)) return true;
  const width = context.right - below.left;
  const hadRoom = context.right - above.right > 0.35 * width;
  if (/^\p{Ll}/u.test(text)) return hadRoom && fresh;
  if (ANY_MARKER.test(text) && fresh) return true;
  // A name may begin the second line of a title; where every title has its number that is sure.
  if (!context.numbered && /^\p{Lu}/u.test(text)) return true;
  if (fresh || hadRoom || context.right - above.right > wordWidth(below) + 0.4 * line.line.size) return true;
  // Far from the next column nothing was wrapped: these are short lines of their own, such as an address.
  const beyond = context.columns[context.key + 1]?.left ?? Infinity;
  return beyond - above.right > wordWidth(below) + 6 * line.line.size;
}

/** What a cell may open with; the middle of a sentence begins small. */
function isFresh(text: string | undefined): boolean {
  return text !== undefined && (isMark(text) || !/^\p{Ll}{2}/u.test(text));
}

/** A second line of the header, close to the first: numbers of levels, or words that begin small. */
function headingGoesOn(row: readonly Printed[], line: Printed): boolean {
  const last = row.at(-1);
  const pieces = line.cells.flat();
  if (last === undefined || line.line.baseline - last.line.baseline > 1.35 * line.line.size) return false;
  return pieces.every(({ text }) => /^(?:\p{Ll}|[1-4]$|\()/u.test(text) && !isMark(text));
}

/** Roughly the first word's part of the line. */
function wordWidth({ text, left, right }: Segment): number {
  const word = /^\S+/u.exec(text)?.[0] ?? '';
  return ((right - left) * word.length) / Math.max(text.length, 1);
}

/** A cell never opens with a number, a label, a box or a bullet in the middle of its words. */
export const OPENS =
  /^(?:#\s?\d{1,3}\b|\d{1,3}(?:\.\d{1,2})?\s?[.)°:–-]\s?\S|\(?[a-z0-9]{1,2}\)\s|(?:mesure|principe|axe|fiche|action|niveau)\s(?:n°\s?)?(?:\d|[A-C]\b|[IVX]+\b)|[☐☒☑•●▪])/iu;

/** A mark stands alone in its cell; a bullet has words beside it. */
function holdsMark([piece, ...more]: readonly Segment[] = []): boolean {
  return piece !== undefined && more.length === 0 && isMark(piece.text);
}

function marksMeet(row: readonly Printed[], line: Printed): boolean {
  return line.cells.some((cell, column) => holdsMark(cell) && row.some((one) => holdsMark(one.cells[column])));
}

/**
 * Between two cells of the leading column: where the page shows most white. Where it shows none the cells
 * of a row begin together, unless a sentence of the lower one began above.
 */
function whereToCut(printed: readonly Printed[], { upper, lower }: { upper: number; lower: number }): number {
  const steps = Array.from({ length: lower - upper }, (_, at) => stepTo(printed, upper + at + 1));
  const most = Math.max(...steps);
  if (steps.length > 1 && most > 1.2 * Math.min(...steps) + 1) return upper + 1 + steps.lastIndexOf(most);
  return beginningAbove(printed, { upper, lower }) ?? lower;
}

/** Where the sentence began whose middle stands beside the lower cell; null when none did. */
function beginningAbove(
  printed: readonly Printed[],
  { upper, lower }: { upper: number; lower: number },
): number | null {
  const cells = printed[lower]?.cells ?? [];
  for (const [column, cell] of cells.entries()) {
    if (isFresh(cell[0]?.text ?? 'A')) continue;
    for (let at = lower - 1; at > upper; at -= 1) {
      const text = printed[at]?.cells[column]?.[0]?.text;
      if (text === undefined) break;
      if (isFresh(text)) return at;
    }
  }
  return null;
}

function stepTo(printed: readonly Printed[], at: number): number {
  return (printed[at]?.line.baseline ?? 0) - (printed[at - 1]?.line.baseline ?? 0);
}
