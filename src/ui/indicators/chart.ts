/**
 * Where the figures of an indicator stand in a picture: lines of results by territory, marks of targets, ticks. Drawn on the
 * server by ./IndicatorChart.svelte; nothing here knows of SVG but its paths.
 */
import { extent } from 'd3-array';
import { scaleLinear, scaleTime } from 'd3-scale';
import { line } from 'd3-shape';
import type { IndicatorValue } from '#domain/plan/indicator.ts';

export const WIDTH = 720;
export const HEIGHT = 320;
const MARGIN = { top: 16, right: 24, bottom: 34, left: 64 };
/** More lines than that would not be told apart; the table has them all. */
export const MOST_LINES = 4;

export type Point = { readonly x: number; readonly y: number; readonly value: IndicatorValue };
export type Series = {
  readonly territory: string;
  /** SVG path through the results; empty for fewer than two. */
  readonly path: string;
  readonly results: readonly Point[];
  readonly targets: readonly Point[];
  /** Heights of targets without a date: a line across. */
  readonly across: readonly { readonly y: number; readonly value: IndicatorValue }[];
};
export type Chart = {
  readonly series: readonly Series[];
  /** Territories that are in the table alone. */
  readonly leftOut: number;
  readonly x: readonly { readonly at: number; readonly label: string }[];
  readonly y: readonly { readonly at: number; readonly value: number }[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
};

/** Null: fewer than two figures make no picture. The place itself comes first, then by name. */
export function indicatorChart(values: readonly IndicatorValue[]): Chart | null {
  if (values.length < 2 || values.every(({ period }) => period === null)) return null;
  const territories = [...new Set(values.map(({ territory }) => territory))].toSorted((a, b) =>
    a.localeCompare(b, 'fr'),
  );
  const shown = territories.slice(0, MOST_LINES);
  const drawn = values.filter(({ territory }) => shown.includes(territory));
  const times = drawn.flatMap(({ period }) => (period === null ? [] : [timeOf(period.on)]));
  const [first = 0, last = 0] = extent(times);
  // One date alone stands in the middle of two years.
  const pad = first === last ? YEAR : 0;
  const x = scaleTime([first - pad, last + pad], [MARGIN.left, WIDTH - MARGIN.right]);
  const [low = 0, high = 0] = extent(drawn, ({ value }) => value);
  // From zero where nothing is below it: a cut axis makes small changes look large.
  const y = scaleLinear([Math.min(0, low), Math.max(0, high) || 1], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(5);
  const point = (value: IndicatorValue): Point => ({
    x: round(x(timeOf(value.period?.on ?? ''))),
    y: round(y(value.value)),
    value,
  });
  const path = line<Point>(
    (at) => at.x,
    (at) => at.y,
  );
  const series = shown.map((territory): Series => {
    const here = drawn.filter((value) => value.territory === territory);
    const dated = here.filter(({ period }) => period !== null).toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
    const results = dated.filter(({ kind }) => kind === 'result').map(point);
    return {
      territory,
      results,
      path: results.length < 2 ? '' : (path([...results]) ?? ''),
      targets: dated.filter(({ kind }) => kind === 'target').map(point),
      across: here.filter(({ period }) => period === null).map((value) => ({ y: round(y(value.value)), value })),
    };
  });
  const years = yearsBetween(first - pad, last + pad);
  return {
    series,
    leftOut: territories.length - shown.length,
    x: years.map((year) => ({ at: round(x(Date.UTC(year, 11, 31))), label: String(year) })),
    y: y.ticks(5).map((value) => ({ at: round(y(value)), value })),
    left: MARGIN.left,
    right: WIDTH - MARGIN.right,
    bottom: HEIGHT - MARGIN.bottom,
  };
}

const YEAR = 365.25 * 86_400_000;
const MOST_YEARS = 9;

/** Ends of years: where a figure of a year stands. */
function yearsBetween(from: number, to: number): readonly number[] {
  const [first, last] = [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()];
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_YEARS));
  const years: number[] = [];
  for (let year = first; year <= last; year += step) {
    if (Date.UTC(year, 11, 31) >= from - 1 && Date.UTC(year, 11, 31) <= to + 1) years.push(year);
  }
  return years;
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf({ period }: IndicatorValue): string {
  return period?.on ?? '';
}

/** A tenth of a pixel is enough, and the same everywhere. */
function round(number: number): number {
  return Math.round(number * 10) / 10;
}
