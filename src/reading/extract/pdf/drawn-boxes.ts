/**
 * Boxes to tick that are drawn with lines, without any letter: empty, or crossed by other lines.
 *
 * Only what is certain becomes a character. A box that is filled, that holds letters, a curve or a part of
 * a picture, or that is one of a row of touching cells, stays a drawing.
 */
import { CHECKED, UNCHECKED } from '../blocks/symbol-fonts.ts';
import type { Box } from './form-fields.ts';
import type { Fragment, Line } from './fragment.ts';
import type { Shape } from './rules.ts';

const SMALLEST = 5;

export type DrawnBoxes = {
  /** A character for each box, on the line of the words beside it. */
  readonly fragments: readonly Fragment[];
  /** The shapes that are no such box. */
  readonly others: readonly Shape[];
};

/** Drawings cost time to read: only where the words ask for a choice. */
export function mayHoldBoxes(lines: readonly Line[]): boolean {
  return lines.some((line) => line.segments.some((segment) => CHOICE.test(segment.text)));
}

const CHOICE =
  /^\W{0,2}(?:niveaux?\s?(?:\d|unique)|N\s?[1-4](?!\d)|oui(?!\p{L})|non(?!\p{L})|je m[’']engage|nous nous engageons)/iu;

/** @param strokes where something was drawn by hand over the page: a box below it cannot be told. */
export function findDrawnBoxes(
  shapes: readonly Shape[],
  words: readonly Fragment[],
  strokes: readonly Box[],
): DrawnBoxes {
  const squares = alone(shapes.filter(isSquare));
  const fragments: Fragment[] = [];
  const used = new Set<Shape>();
  for (const square of squares) {
    const beside = wordsBeside(square, words);
    if (beside === null || words.some((word) => standsIn(word, square))) continue;
    if (strokes.some((stroke) => !isApart(stroke, square, 0))) continue;
    const inside = shapes.filter((shape) => shape !== square && isWithin(shape, square));
    const state = stateOf(square, inside);
    if (state === null) continue;
    for (const shape of [square, ...inside]) used.add(shape);
    const { baseline, size } = beside;
    fragments.push({ text: state, left: square.left, right: square.right, baseline, size, font: 'box' });
  }
  return { fragments, others: shapes.filter((shape) => !used.has(shape)) };
}

function isSquare({ left, right, top, bottom, closed, curved, slanted, stroked }: Shape): boolean {
  const [width, height] = [right - left, bottom - top];
  return (
    closed && stroked && !curved && !slanted && width >= SMALLEST && height >= SMALLEST && Math.abs(width - height) < 2
  );
}

/** Each square once; those that touch another are cells, such as those of a date. */
function alone(squares: readonly Shape[]): readonly Shape[] {
  return squares.filter((one, at) =>
    squares.every((other, rank) => {
      if (one === other) return true;
      if (isSame(one, other)) return at < rank;
      return isApart(one, other, 1.5);
    }),
  );
}

function isApart(one: Box, other: Box, by: number): boolean {
  return (
    other.left > one.right + by ||
    other.right < one.left - by ||
    other.top > one.bottom + by ||
    other.bottom < one.top - by
  );
}

function isSame(one: Shape, other: Shape): boolean {
  return (
    Math.abs(one.left - other.left) < 1 &&
    Math.abs(one.right - other.right) < 1 &&
    Math.abs(one.top - other.top) < 1 &&
    Math.abs(one.bottom - other.bottom) < 1
  );
}

function isWithin(shape: Shape, square: Shape): boolean {
  const [x, y] = [(shape.left + shape.right) / 2, (shape.top + shape.bottom) / 2];
  return x > square.left && x < square.right && y > square.top && y < square.bottom;
}

/** Null when it cannot be told. */
function stateOf(square: Shape, inside: readonly Shape[]): string | null {
  // A box is often drawn twice, once for its paper and once for its border; a diagonal has the same corners.
  const drawn = inside.filter((shape) => shape.slanted || shape.pale === false || !isSame(shape, square));
  if (square.pale === false || drawn.some((shape) => shape.curved || shape.pale === false)) return null;
  if (drawn.length === 0) return UNCHECKED;
  const lines = drawn.filter((shape) => shape.stroked && shape.slanted && !shape.closed);
  const width = square.right - square.left;
  const reaches = lines.some(
    ({ left, right, top, bottom }) => right - left > 0.4 * width && bottom - top > 0.4 * width,
  );
  return lines.length === drawn.length && reaches ? CHECKED : null;
}

function standsIn({ left, right, baseline, size }: Fragment, square: Shape): boolean {
  const [x, y] = [(left + right) / 2, baseline - 0.3 * size];
  return x > square.left && x < square.right && y > square.top && y < square.bottom;
}

/** The nearest words on the line of the box, on either side. */
function wordsBeside({ left, right, top, bottom }: Shape, words: readonly Fragment[]): Fragment | null {
  let best: { readonly word: Fragment; readonly gap: number } | null = null;
  for (const word of words) {
    const middle = word.baseline - 0.35 * word.size;
    if (middle < top - 2 || middle > bottom + 2 || bottom - top > 1.8 * word.size) continue;
    const gap = word.left >= right - 1 ? word.left - right : left - word.right;
    if (gap < -1 || gap > 2.5 * word.size) continue;
    if (best === null || gap < best.gap) best = { word, gap };
  }
  return best?.word ?? null;
}
