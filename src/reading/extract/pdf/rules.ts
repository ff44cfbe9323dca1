/** The straight lines drawn on a page: borders of tables. */
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { multiply } from './matrix.ts';

/** Horizontal: `at` is y, from/to are x. Vertical: `at` is x, from/to are y. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number };

export type Rules = { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] };

/** What is drawn on a page with lines. */
export type Drawn = Rules & {
  /** Shapes as small as a letter: boxes, and what is drawn in them. Their borders are not among the rules. */
  readonly small: readonly Shape[];
};

/** Borders are at most this thick (points). */
const THICK = 3;
const SHORTEST = 5;
/** More than this is a drawing, not a table. */
const MOST = 4_000;

export async function readDrawn(page: PDFPageProxy, upright: readonly number[]): Promise<Drawn> {
  const operators = await page.getOperatorList();
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  const small: Shape[] = [];
  let fill: unknown = '#000000';
  const fills: unknown[] = [];
  let transform: readonly number[] = upright;
  const saved: (readonly number[])[] = [];
  for (let at = 0; at < operators.fnArray.length; at += 1) {
    const parameters = (operators.argsArray as readonly (readonly unknown[] | null)[])[at];
    switch (operators.fnArray[at]) {
      case OPS.save:
        saved.push(transform);
        fills.push(fill);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        transform = saved.pop() ?? upright;
        fill = fills.pop() ?? fill;
        break;
      case OPS.setFillRGBColor:
        fill = parameters?.[0];
        break;
      case OPS.setFillColorN:
        fill = null;
        break;
      case OPS.transform:
        transform = multiply(transform, parameters as readonly number[]);
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(transform);
        fills.push(fill);
        if (Array.isArray(parameters?.[0])) transform = multiply(transform, parameters[0] as readonly number[]);
        break;
      case OPS.constructPath: {
        const [paint, data] = parameters as readonly [number, readonly (Float32Array | null)[]];
        const stroked = STROKES.has(paint);
        if (!stroked && !FILLS.has(paint)) break;
        const pale = FILLED.has(paint) ? isPale(fill) : null;
        for (const shape of shapesOf(data[0] ?? null, transform)) {
          const { left, right, top, bottom } = shape;
          if (right - left <= SMALL && bottom - top <= SMALL) small.push({ ...shape, stroked, pale });
          else if (!shape.curved) addRules(shape, { stroked, horizontal, vertical });
        }
        if (horizontal.length + vertical.length + small.length > MOST) {
          return { horizontal: [], vertical: [], small: [] };
        }
        break;
      }
      default:
    }
  }
  return { horizontal, vertical, small };
}

/** The rules together with the borders of small shapes, as the cells of a narrow column may be. */
export function rulesWith({ horizontal, vertical }: Rules, shapes: readonly Shape[]): Rules {
  const all = { horizontal: [...horizontal], vertical: [...vertical] };
  for (const shape of shapes) if (!shape.curved) addRules(shape, { stroked: shape.stroked, ...all });
  return all;
}

/** White, or a light tint: what a form is filled with, not what a person fills in. */
function isPale(fill: unknown): boolean {
  if (typeof fill !== 'string' || !/^#[0-9a-f]{6}$/iu.test(fill)) return false;
  return [1, 3, 5].every((at) => parseInt(fill.slice(at, at + 2), 16) > 0xd8);
}

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);
const FILLED = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
/** No side of a box is longer. */
const SMALL = 18;

type Piece = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly closed: boolean;
  readonly curved: boolean;
  /** Some of its lines are neither level nor upright. */
  readonly slanted: boolean;
};

export type Shape = Piece & {
  readonly stroked: boolean;
  /** Filled with a light colour; null when it is not filled. */
  readonly pale: boolean | null;
};

/** How many numbers follow each order of a path: move, line, curve, quadratic curve, close. */
const ARGUMENTS: readonly number[] = [2, 2, 6, 4, 0];

/** One piece between two moves; those with curves are no border. */
function* shapesOf(data: Float32Array | null, transform: readonly number[]): Generator<Piece> {
  if (data === null) return;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  let points: (readonly [number, number])[] = [];
  let curved = false;
  const piece = (): Piece | null => {
    if (points.length < 2) return null;
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
      closed: points.length >= 4,
      curved,
      slanted: points.some(([x, y], at) => {
        const [beforeX, beforeY] = points[at - 1] ?? [x, y];
        return Math.abs(x - beforeX) > 1 && Math.abs(y - beforeY) > 1;
      }),
    };
  };
  for (let at = 0; at < data.length;) {
    const order = data[at] ?? -1;
    const count = ARGUMENTS.at(order);
    if (order < 0 || count === undefined) return;
    if (order === 0) {
      const box = piece();
      if (box !== null) yield box;
      points = [];
      curved = false;
    }
    if (order === 2 || order === 3) curved = true;
    if (order <= 3) {
      // The last two numbers are where it ends.
      const [x, y] = [data[at + count - 1] ?? 0, data[at + count] ?? 0];
      if (points.length < 64) points.push([a * x + c * y + e, b * x + d * y + f]);
    }
    at += 1 + count;
  }
  const box = piece();
  if (box !== null) yield box;
}

function addRules(
  box: Piece,
  into: { readonly stroked: boolean; readonly horizontal: Rule[]; readonly vertical: Rule[] },
): void {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (height <= THICK && width >= SHORTEST) {
    into.horizontal.push({ at: (box.top + box.bottom) / 2, from: box.left, to: box.right });
  } else if (width <= THICK && height >= SHORTEST) {
    into.vertical.push({ at: (box.left + box.right) / 2, from: box.top, to: box.bottom });
  } else if (into.stroked && box.closed && width >= SHORTEST && height >= SHORTEST) {
    into.horizontal.push(
      { at: box.top, from: box.left, to: box.right },
      { at: box.bottom, from: box.left, to: box.right },
    );
    into.vertical.push(
      { at: box.left, from: box.top, to: box.bottom },
      { at: box.right, from: box.top, to: box.bottom },
    );
  }
}
