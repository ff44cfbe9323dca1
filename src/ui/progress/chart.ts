/**
 * Where the curves of a campaign stand in a picture: steps that only rise, upright lines for the rounds. Drawn on the server by
 * ./ProgressChart.svelte; nothing here knows of SVG but its paths.
 */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';

export const WIDTH = 720;
export const HEIGHT = 320;
/** Room for words that a phone shows twice as large: « 40 000 », « 1er tour », half a month. */
const MARGIN = { top: 34, right: 44, bottom: 34, left: 88 };

/** `at`: days, since 1970 or from a first round. */
export type CurvePoint = { readonly at: number; readonly total: number };
export type Curve = { readonly name: string; readonly points: readonly CurvePoint[] };
export type Upright = { readonly at: number; readonly label: string };

export type ProgressDrawn = {
  readonly curves: readonly { readonly name: string; readonly path: string; readonly end: { x: number; y: number } }[];
  readonly uprights: readonly { readonly x: number; readonly label: string }[];
  readonly x: readonly { readonly at: number; readonly days: number }[];
  readonly y: readonly { readonly at: number; readonly value: number }[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export type Axis = 'days-since-1970' | 'days-from-a-round';

/** Null: fewer than two points make no curve. An upright far from every signature is in the words alone. */
export function progressChart(
  curves: readonly Curve[],
  { axis, uprights }: { readonly axis: Axis; readonly uprights: readonly Upright[] },
): ProgressDrawn | null {
  const points = curves.flatMap((curve) => curve.points);
  if (points.length < 2) return null;
  const signed = points.map(({ at }) => at);
  const [first, last] = [Math.min(...signed), Math.max(...signed)];
  const near = uprights.filter(({ at }) => at >= first - NEAR && at <= last + NEAR);
  const all = [...signed, ...near.map(({ at }) => at)];
  const [from, to] = [Math.min(...all) - 1, Math.max(...all) + 1];
  const x = scaleLinear([from, to], [MARGIN.left, WIDTH - MARGIN.right]);
  const most = Math.max(...points.map(({ total }) => total));
  const y = scaleLinear([0, most], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(5);
  const path = line<CurvePoint>(
    ({ at }) => round(x(at)),
    ({ total }) => round(y(total)),
  ).curve(curveStepAfter);
  return {
    curves: curves
      .filter((curve) => curve.points.length > 0)
      .map(({ name, points: own }) => {
        const end = own.at(-1) ?? { at: to, total: 0 };
        // From nothing, on the day before the first.
        const begun = [{ at: (own[0]?.at ?? 1) - 1, total: 0 }, ...own];
        return { name, path: path(begun) ?? '', end: { x: round(x(end.at)), y: round(y(end.total)) } };
      }),
    uprights: near.map(({ at, label }) => ({ x: round(x(at)), label })),
    x: ticksOf(axis, from, to)
      // A day has one name: hours between two of them would repeat it.
      .filter((days) => Number.isInteger(days))
      .map((days) => ({ at: round(x(days)), days })),
    // Pacts are whole.
    y: y
      .ticks(5)
      .filter((value) => Number.isInteger(value))
      .map((value) => ({ at: round(y(value)), value })),
    left: MARGIN.left,
    right: WIDTH - MARGIN.right,
    top: MARGIN.top,
    bottom: HEIGHT - MARGIN.bottom,
  };
}

/** Days between a round and the nearest signature beyond which it would only stretch the picture. */
const NEAR = 120;
const DAY = 86_400_000;

function ticksOf(axis: Axis, from: number, to: number): readonly number[] {
  if (axis === 'days-from-a-round') return scaleLinear().domain([from, to]).ticks(6);
  return scaleUtc()
    .domain([from * DAY, to * DAY])
    .ticks(5)
    .map((date) => date.getTime() / DAY);
}

/** A tenth of a pixel is enough, and the same everywhere. */
function round(number: number): number {
  return Math.round(number * 10) / 10;
}
