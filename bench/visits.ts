/** Pages asked one after the other, as one person at a time would: how long the server takes, how much it asks. */
import { type Row, fact, milliseconds, promise, quantile, timeEach } from './measure.ts';
import { countQueries } from './queries-of-pages.ts';
import type { EmbeddedPostgres } from '#server/postgres/embedded.ts';

export type Visited = { readonly what: string; readonly path: string; readonly cookie?: string };

export type VisitBounds = {
  readonly origin: string;
  /** The one that the site asks; nobody else may ask it meanwhile. */
  readonly postgres: EmbeddedPostgres;
  /** Times each page is asked. */
  readonly times: number;
  /** Promised of 95 answers in a hundred, in milliseconds; null: nothing was. */
  readonly atMost: number | null;
};

/** A row for each page. Throws when one does not answer 200. */
export async function visitEach(pages: readonly Visited[], bounds: VisitBounds): Promise<Row[]> {
  // Questions are written down while they are counted: not while time is.
  const counter = await countQueries(bounds.postgres);
  const asked: number[] = [];
  try {
    for (const page of pages) asked.push(await counter.during(() => ask(page, bounds)));
  } finally {
    await counter.stop();
  }
  const rows: Row[] = [];
  for (const [index, page] of pages.entries()) {
    let bytes = 0;
    const durations = await timeEach(bounds.times, async () => (bytes = await ask(page, bounds)));
    const [middle, slow] = [quantile(durations, 0.5), quantile(durations, 0.95)];
    const value = `p50 ${milliseconds(middle)}, p95 ${milliseconds(slow)}, ${asked[index] ?? 0} queries, ${Math.round(bytes / 1000)} kB`;
    rows.push(rowOf(page.what, value, { slow, atMost: bounds.atMost }));
  }
  return rows;
}

function rowOf(what: string, value: string, { slow, atMost }: { slow: number; atMost: number | null }): Row {
  if (atMost === null) return fact(what, value);
  return promise(what, value, { bound: `p95 < ${atMost} ms`, kept: slow < atMost });
}

/** Bytes of the answer. */
async function ask({ path, cookie }: Visited, { origin }: VisitBounds): Promise<number> {
  const response = await fetch(origin + path, { headers: cookie === undefined ? {} : { cookie }, redirect: 'manual' });
  const { byteLength } = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  return byteLength;
}
