/**
 * Two columns printed side by side, as « pdftotext -layout » and old word processors leave them:
 *
 *     1 – Se doter d’une politique       15 – Donner la priorité aux
 *     ambitieuse d’achats publics        mobilités actives (marche, vélo)
 *
 * Read across, the words of one measure stand in another. The lines are put in the order in which a person reads
 * them, and every place can be told in the text as it came: the text itself is never changed. A narrow right column
 * of answers (« Niveau 2 ») is a table: each answer is read after the words on its left.
 */
import type { Span } from '#reading/contract.ts';
import { levelMentionAt } from './levels.ts';
import { parseLineStart } from './line-start.ts';
import { mergeSpans } from '#reading/text/spans.ts';

export type ReadingOrder = {
  /** The text with its columns one after the other. */
  readonly text: string;
  /** The places in the text as it came of a place in `text`. */
  readonly placesOf: (span: Span) => Span[];
};

/** Fewer lines than these are a signature block or a title, not columns. */
const FEWEST_LINES = 6;
const GUTTER = / {3,}/g;
const FEWEST_WORDS = 3;

/** Null when the text has no columns. Linear in the length of the text. */
export function readingOrder(text: string): ReadingOrder | null {
  const rows = rowsOf(text);
  const pieces: Span[] = [];
  // Up to which row a column was tried in vain: not tried again from each row below, so that the cost stays linear.
  const tried = new Map<number, number>();
  let found = false;
  let at = 0;
  while (at < rows.length) {
    const block = columnsFrom(text, rows, { first: at, tried });
    if (block === null) {
      pieces.push(rows[at] ?? { start: 0, end: 0 });
      at++;
    } else {
      found = true;
      pieces.push(...block.pieces);
      at = block.next;
    }
  }
  return found ? ordered(text, pieces) : null;
}

function ordered(text: string, pieces: readonly Span[]): ReadingOrder {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.end - piece.start + 1;
  }
  return {
    text: pieces.map(({ start, end }) => text.slice(start, end)).join('\n'),
    placesOf: ({ start, end }) => {
      const places: Span[] = [];
      for (let rank = firstAt(starts, start); rank < pieces.length && (starts[rank] ?? 0) < end; rank++) {
        const [piece, origin] = [pieces[rank], starts[rank] ?? 0];
        if (piece === undefined) break;
        const from = piece.start + Math.max(0, start - origin);
        const to = Math.min(piece.end, piece.start + end - origin);
        if (to > from) places.push({ start: from, end: to });
      }
      return mergeSpans(text, places);
    },
  };
}

/** Rank of the piece that holds the offset. */
function firstAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A line, and where the words after each wide gap begin: what a right column may start with. */
type Row = Span & { readonly openings: readonly number[] };

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const match of [...text.matchAll(/\r\n|[\n\r\f\v]/g), null]) {
    const end = match?.index ?? text.length;
    const words = text.slice(start, end).trimEnd();
    const openings = [...words.matchAll(GUTTER)].map(({ index, 0: gap }) => index + gap.length);
    rows.push({ start, end: start + words.length, openings });
    if (match !== null) start = end + match[0].length;
  }
  return rows;
}

type Block = { readonly pieces: readonly Span[]; readonly next: number };

/** The columns that begin at row `first`, null when none do. */
function columnsFrom(
  text: string,
  rows: readonly Row[],
  { first, tried }: { readonly first: number; readonly tried: Map<number, number> },
): Block | null {
  const below = rows[first + 1];
  // A line alone is a heading across both columns, wide as its gap may be.
  if (below === undefined || below.end === below.start) return null;
  const opening = rows[first]?.openings.filter((column) => column >= 12) ?? [];
  for (const column of opening) {
    if ((tried.get(column) ?? 0) > first) continue;
    const parts: Parts[] = [];
    let next = first;
    for (; next < rows.length; next++) {
      const row = rows[next];
      const cut = row === undefined ? null : partsOf(text, row, column);
      if (cut === null) break;
      parts.push(cut);
    }
    const pieces = piecesOf(text, parts);
    if (pieces !== null) return { pieces, next };
    tried.set(column, next);
  }
  return null;
}

type Parts = { readonly left: Span | null; readonly right: Span | null };

/** The row's words on both sides of the column, null when words stand across it. */
function partsOf(text: string, { start, end, openings }: Row, column: number): Parts | null {
  if (end === start) return { left: null, right: null };
  const at = openings.find((opening) => Math.abs(opening - column) <= 1);
  if (at === undefined) return end - start <= column - 2 ? { left: { start, end }, right: null } : null;
  const before = text.slice(start, start + at).trimEnd();
  return {
    left: before === '' ? null : { start, end: start + before.length },
    right: { start: start + at, end },
  };
}

function piecesOf(text: string, parts: readonly Parts[]): Span[] | null {
  const count = (held: (part: Parts) => unknown): number => parts.filter((part) => held(part) !== null).length;
  const beside = parts.filter(({ left, right }) => left !== null && right !== null).length;
  const shorter = Math.min(
    count(({ left }) => left),
    count(({ right }) => right),
  );
  if (beside < Math.max(FEWEST_LINES, shorter / 2)) return isAnswers(text, parts) ? byRow(text, parts) : null;
  const [left, right] = [parts.map((part) => part.left), parts.map((part) => part.right)];
  if (isProse(text, left) && isProse(text, right)) return [...down(left), ...down(right)];
  return isAnswers(text, parts) ? byRow(text, parts) : null;
}

/** Lines of several words, many of which go on with the sentence of the line above. */
function isProse(text: string, column: readonly (Span | null)[]): boolean {
  const lines = column.filter((part) => part !== null).map(({ start, end }) => text.slice(start, end).trim());
  const wordy = lines.filter((line) => line.split(/\s+/).length >= FEWEST_WORDS);
  const goingOn = lines.filter(
    (line, rank) => rank > 0 && /^[\p{L}(«]/u.test(line) && !/[.!?:;]$/u.test(lines[rank - 1] ?? ''),
  );
  const parted = lines.filter((line) => / {3,}/.test(line));
  return (
    wordy.length >= 0.6 * lines.length && goingOn.length >= 0.3 * lines.length && parted.length <= 0.2 * lines.length
  );
}

const ANSWER =
  /^(?:oui|non|refus\p{L}*|accept\p{L}*|accord|désaccord|pas\s|hors\s|à\s+l['’]étude|[xX✓✔✗✘☒☐-])(?!\p{L})/iu;

/** Most of what stands on the right names levels or answers, in a few words. Several columns of them are left alone. */
function isAnswers(text: string, parts: readonly Parts[]): boolean {
  const cells = parts.map(({ right }) => right).filter((part) => part !== null);
  const everything = parts.flatMap(({ left, right }) => [left, right]).filter((part) => part !== null);
  if (everything.some((part) => / {3,}|\t/.test(text.slice(part.start, part.end).trim()))) return false;
  const answers = cells.filter(
    (cell) =>
      cell.end - cell.start <= 60 &&
      (levelMentionAt(text, cell) !== null || ANSWER.test(text.slice(cell.start, cell.end))),
  );
  return answers.length >= 3 && answers.length >= 0.6 * cells.length;
}

/** One column after the other; an empty place is a blank line of that column. */
function down(column: readonly (Span | null)[]): Span[] {
  let place = column.find((part) => part !== null) ?? { start: 0, end: 0 };
  return column.map((part) => {
    if (part !== null) place = part;
    return part ?? { start: place.end, end: place.end };
  });
}

/** The words on the left of a row, then its answer. A row opens with a number or a bullet, where there is one. */
function byRow(text: string, parts: readonly Parts[]): Span[] {
  const numbered = parts.some(({ left }) => left !== null && isOpening(text, left));
  const pieces: Span[] = [];
  let cells: Span[] = [];
  for (const { left, right } of parts) {
    const opens = left === null ? right === null : numbered ? isOpening(text, left) : right !== null;
    if (opens) {
      pieces.push(...cells);
      cells = [];
    }
    if (left !== null) pieces.push(left);
    if (right !== null) cells.push(right);
  }
  return [...pieces, ...cells];
}

function isOpening(text: string, part: Span): boolean {
  const { number, bullet } = parseLineStart(text, part);
  return number !== null || bullet !== null;
}
