/**
 * Lines of a plan: where each stands, its cells, what it cannot be.
 *
 * A row of a table is one line: cells parted by tabs, by pipes (markdown), or by two spaces and more when the line holds
 * nothing better. Whether a cell is a label or a line a heading is decided next door (label.ts, heading.ts).
 */
import type { Span } from '#reading/contract.ts';
import { joinPlain, type Plain, plainText, slicePlain } from './plain-text.ts';

export type Line = Span & {
  /** Position in the list of lines. */
  readonly index: number;
  /** Without markup; `cells` are slices of it. */
  readonly plain: Plain;
  /** Cells that hold something, trimmed, with their column (0 for the first). */
  readonly cells: readonly Cell[];
  /** The cells' texts with a tab between them. */
  readonly text: string;
  /** A row of a table, even if a single cell holds something. */
  readonly tabular: boolean;
  /** Columns made with two spaces or more; one when there are none, or when the line is a row of a table. */
  readonly spaced: readonly Cell[];
  /** Written to stand out: markdown heading, or bold from end to end. */
  readonly emphatic: boolean;
  /** The bold words that it opens with when plain ones follow, empty otherwise. */
  readonly bold: string;
  /** Opens with a dash, a bullet or another list sign. */
  readonly bulleted: boolean;
  readonly kind: 'blank' | 'rule' | 'content';
};

export type Cell = { readonly column: number; readonly plain: Plain };

const BREAK = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/g;
const HEADING_MARKS = /^\s{0,3}#{1,6}\s+/;
const BOLD_OPENING = /^(?:[-*•]\s+)?(?:\*\*|<b>|<strong>)([^<*\n]{2,90})(?:\*\*|<\/b>|<\/strong>)\s*[^\s*<]/i;
const BULLET = /^(?:[-–—•●▪■◦○*+>➢➤→⇒✓✔·]|[o§]\s)\s*\S/u;

/** Every line of `text`, blank ones included. Line ends of every system are understood. Linear. */
export function planLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (;;) {
    BREAK.lastIndex = start;
    const match = BREAK.exec(text);
    lines.push(planLine(text, { index: lines.length, start, end: match ? match.index : text.length }));
    if (!match) return lines;
    start = match.index + match[0].length;
  }
}

/** The text of a line, its cells with a space between them. */
export function wholeLine(line: Line): Plain {
  return joinPlain(
    line.cells.map((cell) => cell.plain),
    ' ',
  );
}

function planLine(text: string, place: Span & { index: number }): Line {
  const raw = text.slice(place.start, place.end);
  const marks = HEADING_MARKS.exec(raw)?.[0].length ?? 0;
  const plain = plainText(text, { start: place.start + marks, end: place.end });
  const { cells, tabular } = cellsOf(plain);
  const joined = cells.map((cell) => cell.plain.text).join('\t');
  const trimmed = raw.trim();
  return {
    ...place,
    plain,
    cells,
    text: joined,
    tabular,
    spaced: tabular || !/\S[ \u00a0]{2,}\S/.test(trimmed) ? cells : spacedCells(text, place),
    emphatic: marks > 0 || /^(?:\*\*|<b>|<strong>)[^<*]*(?:\*\*|<\/b>|<\/strong>)\s*:?\s*$/i.test(trimmed),
    bold: tabular ? '' : (BOLD_OPENING.exec(trimmed)?.[1]?.trim() ?? ''),
    bulleted: BULLET.test(joined),
    kind: joined === '' ? (trimmed === '' ? 'blank' : 'rule') : /^[-–—_=|:*\s]+$/.test(joined) ? 'rule' : 'content',
  };
}

/** Cells that hold something. */
function cellsOf(plain: Plain): { cells: Cell[]; tabular: boolean } {
  const { text } = plain;
  if (text.includes('\t')) return { cells: cutCells(plain, '\t', 0), tabular: true };
  // The outer pipes open and close the row: what stands before the first is no cell.
  if (/^\s*\|/.test(text)) return { cells: cutCells(plain, '|', -1), tabular: true };
  if (text.endsWith('|')) return { cells: cutCells(plain, '|', 0), tabular: true };
  const only = slicePlain(plain, 0, text.length);
  return { cells: only.text === '' ? [] : [{ column: 0, plain: only }], tabular: false };
}

function spacedCells(text: string, place: Span): Cell[] {
  const cells: Cell[] = [];
  for (const match of text.slice(place.start, place.end).matchAll(/\S+(?:[ \u00a0]\S+)*/g)) {
    const start = place.start + match.index;
    cells.push({ column: cells.length, plain: plainText(text, { start, end: start + match[0].length }) });
  }
  return cells;
}

function cutCells(plain: Plain, separator: string, firstColumn: number): Cell[] {
  const cells: Cell[] = [];
  let column = firstColumn;
  let from = 0;
  while (from <= plain.text.length) {
    const found = plain.text.indexOf(separator, from);
    const to = found === -1 ? plain.text.length : found;
    const cell = to > from ? slicePlain(plain, from, to) : undefined;
    if (cell && cell.text !== '') cells.push({ column, plain: cell });
    column += 1;
    from = to + 1;
  }
  return cells;
}
