/**
 * Two columns read down, not across.
 *
 * A gutter is a vertical band that no line of a run crosses. Tables have one too: what tells them
 * apart is that both sides of a page in columns are filled with lines that follow each other, while
 * a table has holes where a cell is shorter than its neighbour.
 */
import { OPENING_NUMBER } from './continuation.ts';
import { lineOf, type Line, type Segment } from './fragment.ts';

/** Lines of one column, from top to bottom. */
export type Flow = readonly Line[];

/** Fewer lines on one side are a table, a signature block or chance. */
const FEWEST_LINES = 4;
/** Each column takes at least this part of the width. */
const NARROWEST = 0.22;
/** The usual line fills at least this part of its column. */
const FULLNESS = 0.55;
/** Baselines further apart than this, in usual distances, leave a hole. */
const HOLE = 2.3;

export function readingOrder(lines: readonly Line[]): readonly Flow[] {
  return order(lines, 0);
}

function order(lines: readonly Line[], depth: number): readonly Flow[] {
  if (depth > 3 || lines.length < FEWEST_LINES) return lines.length === 0 ? [] : [lines];
  for (const gutter of gutters(lines)) {
    const run = columnRun(lines, gutter, depth);
    if (run === null) continue;
    return [
      ...order(lines.slice(0, run.from), depth + 1),
      ...order(run.left, depth + 1),
      ...order(run.right, depth + 1),
      ...order(lines.slice(run.to), depth + 1),
    ];
  }
  return [lines];
}

/** Middles of the gaps, the most frequent first; at most three are tried. */
function gutters(lines: readonly Line[]): readonly number[] {
  const votes = new Map<number, number>();
  const vote = (x: number): void => {
    const bucket = Math.round(x / 6);
    votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
  };
  for (const line of lines) {
    // Left edges of what follows a gap stand in line; right edges are ragged.
    for (const segment of line.segments.slice(1)) vote(segment.left - 5);
  }
  // Lines of two columns rarely share a baseline: then the left edges of the right column speak.
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  for (const line of lines) if (line.left > left + NARROWEST * (right - left)) vote(line.left - 5);
  return [...votes]
    .filter(([, count]) => count >= FEWEST_LINES)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([bucket]) => bucket * 6);
}

type Run = {
  readonly from: number;
  readonly to: number;
  readonly left: readonly Line[];
  readonly right: readonly Line[];
};

function columnRun(lines: readonly Line[], gutter: number, depth: number): Run | null {
  let best: Run | null = null;
  for (let from = 0; from < lines.length;) {
    let to = from;
    for (let line = lines[to]; line !== undefined && !crosses(line, gutter); line = lines[to]) to += 1;
    const run =
      to > from ? asColumns(lines, { from: startOfColumns(lines, { from, to, gutter }), to, gutter }, depth) : null;
    if (run !== null && (best === null || run.to - run.from > best.to - best.from)) best = run;
    from = to + 1;
  }
  return best;
}

type Cut = { readonly from: number; readonly to: number; readonly gutter: number };

/** Short lines above the columns cross no gutter either: columns begin where the right one does. */
function startOfColumns(lines: readonly Line[], { from, to, gutter }: Cut): number {
  const right = lines.slice(from, to).find((line) => line.right > gutter + 1);
  if (right === undefined) return from;
  const start = lines.findIndex((line, at) => at >= from && line.baseline > right.baseline - 1.6 * right.size);
  return start < 0 ? from : start;
}

function crosses(line: Line, x: number): boolean {
  return line.segments.some((segment) => segment.left < x - 1 && segment.right > x + 1);
}

function asColumns(lines: readonly Line[], cut: Cut, depth: number): Run | null {
  const left: Line[] = [];
  const right: Line[] = [];
  for (const line of lines.slice(cut.from, cut.to)) {
    const before = line.segments.filter((segment) => segment.right <= cut.gutter + 1);
    const after = line.segments.filter((segment) => segment.right > cut.gutter + 1);
    if (before.length > 0) left.push(part(line, before));
    if (after.length > 0) right.push(part(line, after));
  }
  const leftEnd = Math.max(...left.map((line) => line.right));
  const rightStart = Math.min(...right.map((line) => line.left));
  if (rightStart - leftEnd < 4) return null;
  const width = Math.max(...right.map((line) => line.right)) - Math.min(...left.map((line) => line.left));
  const shared = left.length + right.length - (cut.to - cut.from);
  if (shared > 0.6 * Math.min(left.length, right.length) && !isProse([...left.slice(1), ...right.slice(1)]))
    return null;
  if (shared > 0.6 * Math.min(left.length, right.length) && rowsMeet(left, right)) return null;
  return isColumn(left, width, depth) && isColumn(right, width, depth)
    ? { from: cut.from, to: cut.to, left, right }
    : null;
}

/**
 * Labels beside their text: whatever opens on the left, something opens on the right at the same height.
 *
 * Two columns of measures may meet by chance, so a number or a level on the right makes them columns.
 */
function rowsMeet(left: readonly Line[], right: readonly Line[]): boolean {
  const opens = right.filter((line) => !/^\p{Ll}/u.test(line.segments[0]?.text ?? ''));
  if (opens.some((line) => OPENING_NUMBER.test(line.segments[0]?.text ?? ''))) return false;
  const labels = left.filter((line) => !/^\p{Ll}/u.test(line.segments[0]?.text ?? ''));
  let at = 0;
  const met = labels.filter(({ baseline }) => {
    while ((opens[at]?.baseline ?? Infinity) < baseline - 2) at += 1;
    return Math.abs((opens[at]?.baseline ?? Infinity) - baseline) <= 2;
  });
  return labels.length >= 3 && met.length >= 0.8 * labels.length && opens.length <= 1.6 * labels.length;
}

/** Wrapped lines begin small about as often as not; the cells of a table begin with a capital or a number. */
function isProse(lines: readonly Line[]): boolean {
  const small = lines.filter((line) => /^\p{Ll}/u.test(line.segments[0]?.text ?? '')).length;
  return small >= 0.35 * lines.length;
}

function part(line: Line, segments: readonly Segment[]): Line {
  return lineOf(segments, line);
}

function isColumn(lines: readonly Line[], pageWidth: number, depth: number): boolean {
  if (lines.length < FEWEST_LINES) return false;
  const start = Math.min(...lines.map((line) => line.left));
  const width = Math.max(...lines.map((line) => line.right)) - start;
  if (width < NARROWEST * pageWidth) return false;
  const widths = lines.map((line) => line.right - line.left).sort((a, b) => a - b);
  if ((widths[Math.floor(widths.length / 2)] ?? 0) < FULLNESS * width) return false;
  const steps = lines.slice(1).map((line, at) => line.baseline - (lines[at]?.baseline ?? 0));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 3)] ?? 0;
  const holes = steps.filter((step) => step > HOLE * usual).length;
  const split = lines.filter((line) => line.segments.length > 1).length;
  if (holes > Math.max(1, 0.12 * lines.length)) return false;
  // Of three columns, two are left beside the first.
  return split <= 0.2 * lines.length || (depth < 2 && order(lines, depth + 1).length > 1);
}
