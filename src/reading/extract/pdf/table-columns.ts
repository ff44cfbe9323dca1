/**
 * The columns of a table without borders: bands of the page that hold text, with white between them.
 *
 * Whether a cell is set to the left, the right or the middle of its column, it overlaps what stands above
 * and below it there; nothing else is asked of it.
 */
import { HANGING_MARKER, type Fragment, type Line, type Segment } from './fragment.ts';
import { isMark } from './level-header.ts';

/** From left to right; they never overlap. */
export type Column = {
  readonly left: number;
  readonly right: number;
  /** Words stand above it that name it: no other column may swallow it. */
  readonly headed: boolean;
};

/** Cells nearer than this (points) are not told apart. */
const TOUCHING = 1;
/** A smaller part of the width does not count. */
const GRAZED = 0.3;
/** A marker this far (times the size) from its text still belongs to it. */
const HANGS_WITHIN = 3;

/** The pieces of a line that may be cells: a number or a bullet is one with the text that hangs beside it. */
export function piecesOf(line: Line): readonly Segment[] {
  const [first, second, ...rest] = line.segments;
  if (first === undefined || second === undefined) return line.segments;
  // A cross or a box may be a cell; a bullet never is.
  if (isMark(first.text) && !/[●•]/u.test(first.text)) return line.segments;
  const hangs = HANGING_MARKER.test(first.text.trim()) && second.left - first.right < HANGS_WITHIN * line.size;
  return hangs && !HANGING_MARKER.test(second.text.trim()) && !isMark(second.text)
    ? [joined(first, second), ...rest]
    : line.segments;
}

function joined(first: Segment, second: Segment): Segment {
  return {
    ...first,
    text: `${first.text} ${second.text}`,
    right: second.right,
    lastFont: second.lastFont,
    fragments: [...first.fragments, ...second.fragments],
  };
}

/** Columns by the pieces of one line. */
export function columnsOf(pieces: readonly Segment[], headed: boolean): readonly Column[] {
  return pieces.map(({ left, right }) => ({ left, right, headed }));
}

/** The columns that a piece overlaps; not the one that it only grazes while most of it stands in another. */
export function columnsUnder({ left, right }: Column | Segment, columns: readonly Column[]): readonly number[] {
  const under = columns.flatMap((column, at) => {
    const shared = Math.min(right, column.right) - Math.max(left, column.left);
    return shared > -TOUCHING ? [{ at, share: shared / Math.min(right - left, column.right - column.left) }] : [];
  });
  const inside = under.filter(({ share }) => share > GRAZED);
  return (inside.length > 0 ? inside : under).map(({ at }) => at);
}

/** Pieces that lie across columns are cut where they were drawn apart; they stay whole where they were not. */
export function cutAtColumns(pieces: readonly Segment[], columns: readonly Column[]): readonly Segment[] {
  return pieces.flatMap((piece) => (columnsUnder(piece, columns).length < 2 ? [piece] : cut(piece, columns)));
}

function cut(piece: Segment, columns: readonly Column[]): readonly Segment[] {
  const groups: { readonly column: number; readonly fragments: Fragment[] }[] = [];
  for (const fragment of piece.fragments) {
    const under = columnsUnder({ ...fragment, headed: false }, columns);
    const [column] = under;
    const last = groups.at(-1);
    if (under.length > 1) return [piece];
    if (last === undefined || (column !== undefined && column !== last.column)) {
      groups.push({ column: column ?? -1, fragments: [fragment] });
    } else last.fragments.push(fragment);
  }
  if (groups.length < 2 || !groups.slice(1).every(({ fragments }) => standsApart(piece, fragments))) return [piece];
  return groups.map(({ fragments }) => ({
    ...piece,
    text: fragments.map((fragment) => fragment.text.trim()).join(' '),
    left: Math.min(...fragments.map((fragment) => fragment.left)),
    right: Math.max(...fragments.map((fragment) => fragment.right)),
    fragments,
  }));
}

/** Further from what stands before it than words are. */
function standsApart({ fragments, size }: Segment, group: readonly Fragment[]): boolean {
  const first = group[0];
  const before = first === undefined ? undefined : fragments[fragments.indexOf(first) - 1];
  return first !== undefined && before !== undefined && first.left - before.right > 0.4 * size;
}

/** The columns widened by one more line; null when a piece lies across columns that are known to be two. */
export function widened(
  columns: readonly Column[],
  pieces: readonly Segment[],
  mayMerge: (left: number) => boolean,
): readonly Column[] | null {
  let all = columns;
  for (const piece of pieces) {
    const under = columnsUnder(piece, all);
    const [first, last] = [under[0], under.at(-1)];
    if (first === undefined || last === undefined) {
      all = [...all, { left: piece.left, right: piece.right, headed: false }].sort((a, b) => a.left - b.left);
      continue;
    }
    for (let at = first; at < last; at += 1) if (!mayMerge(at)) return null;
    const touched = all.slice(first, last + 1);
    const before = all[first - 1]?.right ?? -Infinity;
    const after = all[last + 1]?.left ?? Infinity;
    all = [
      ...all.slice(0, first),
      {
        left: Math.min(Math.max(piece.left, before), ...touched.map((column) => column.left)),
        right: Math.max(Math.min(piece.right, after), ...touched.map((column) => column.right)),
        headed: touched.some((column) => column.headed),
      },
      ...all.slice(last + 1),
    ];
  }
  return all;
}

/**
 * Marks that stand just beside their heading join it. One that might be either neighbour's stays in a
 * column of its own, without a heading: nobody can say whose it is.
 */
export function underTheirHeadings(columns: readonly Column[], size: number): readonly Column[] {
  const kept: Column[] = [];
  let waiting: Column | null = null;
  columns.forEach((column, at) => {
    const side = headingBeside(columns, at, size);
    const last = kept.at(-1);
    if (side === 'left' && last !== undefined) kept[kept.length - 1] = { ...last, right: column.right };
    else if (side === 'right') waiting = column;
    else {
      kept.push(waiting === null ? column : { ...column, left: waiting.left });
      waiting = null;
    }
  });
  return kept;
}

function headingBeside(columns: readonly Column[], at: number, size: number): 'left' | 'right' | null {
  const column = columns[at];
  if (column === undefined || column.headed) return null;
  const before = columns[at - 1];
  const after = columns[at + 1];
  const toLeft = before?.headed === true ? column.left - before.right : Infinity;
  const toRight = after?.headed === true ? after.left - column.right : Infinity;
  const near = Math.min(toLeft, toRight);
  if (near > 1.2 * size || Math.max(toLeft, toRight) < 3 * near + 2) return null;
  return toLeft < toRight ? 'left' : 'right';
}
