/** The straight lines drawn on a page: borders of tables. */
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { multiply } from './matrix.ts';

/** Horizontal: `at` is y, from/to are x. Vertical: `at` is x, from/to are y. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number };

export type Rules = { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] };

/** Borders are at most this thick (points). */
const THICK = 3;
const SHORTEST = 5;
/** More than this is a drawing, not a table. */
const MOST = 4_000;

export async function readRules(page: PDFPageProxy, upright: readonly number[]): Promise<Rules> {
  const operators = await page.getOperatorList();
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  let transform: readonly number[] = upright;
  const saved: (readonly number[])[] = [];
  for (let at = 0; at < operators.fnArray.length; at += 1) {
    const parameters = (operators.argsArray as readonly (readonly unknown[] | null)[])[at];
    switch (operators.fnArray[at]) {
      case OPS.save:
        saved.push(transform);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        transform = saved.pop() ?? upright;
        break;
      case OPS.transform:
        transform = multiply(transform, parameters as readonly number[]);
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(transform);
        if (Array.isArray(parameters?.[0])) transform = multiply(transform, parameters[0] as readonly number[]);
        break;
      case OPS.constructPath: {
        const [paint, data] = parameters as readonly [number, readonly (Float32Array | null)[]];
        const stroked = STROKES.has(paint);
        if (!stroked && !FILLS.has(paint)) break;
        for (const box of boxesOf(data[0] ?? null, transform)) addRules(box, { stroked, horizontal, vertical });
        if (horizontal.length + vertical.length > MOST) return { horizontal: [], vertical: [] };
        break;
      }
      default:
    }
  }
  return { horizontal, vertical };
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

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly closed: boolean;
};

/** How many numbers follow each order of a path: move, line, curve, quadratic curve, close. */
const ARGUMENTS: readonly number[] = [2, 2, 6, 4, 0];

/** One box for each straight piece between two moves; pieces with curves are no border. */
function* boxesOf(data: Float32Array | null, transform: readonly number[]): Generator<Box> {
  if (data === null) return;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  let points: (readonly [number, number])[] = [];
  let curved = false;
  const piece = (): Box | null => {
    if (points.length < 2 || curved) return null;
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
      closed: points.length >= 4,
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
    if (order <= 1) {
      const [x, y] = [data[at + 1] ?? 0, data[at + 2] ?? 0];
      if (points.length < 64) points.push([a * x + c * y + e, b * x + d * y + f]);
    }
    at += 1 + count;
  }
  const box = piece();
  if (box !== null) yield box;
}

function addRules(
  box: Box,
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
