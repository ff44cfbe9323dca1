/**
 * What a benchmark says: rows with a value, the bound that the project promised, and whether it is kept.
 *
 * Machines are shared and differ: bounds are on ratios measured side by side wherever that is possible, and a row
 * without a bound is there to be read, not judged.
 */
export type Row = {
  readonly what: string;
  readonly value: string;
  /** As promised; null when the row only informs. */
  readonly bound: string | null;
  readonly kept: boolean | null;
};

export type Section = { readonly title: string; readonly rows: readonly Row[]; readonly notes: readonly string[] };

/** A row that only informs. */
export function fact(what: string, value: string): Row {
  return { what, value, bound: null, kept: null };
}

/** A row with a promise. */
export function promise(what: string, value: string, outcome: { bound: string; kept: boolean }): Row {
  return { what, value, ...outcome };
}

/** The value below which a share (0 to 1) of the durations stand; NaN of an empty list. */
export function quantile(durations: readonly number[], share: number): number {
  const sorted = [...durations].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Milliseconds of each of `times` runs, after one run that is not counted. */
export async function timeEach(times: number, run: (turn: number) => unknown): Promise<number[]> {
  await run(0);
  const durations: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const start = performance.now();
    await run(turn);
    durations.push(performance.now() - start);
  }
  return durations;
}

export function milliseconds(duration: number): string {
  return `${duration < 10 ? duration.toFixed(2) : duration.toFixed(0)} ms`;
}
