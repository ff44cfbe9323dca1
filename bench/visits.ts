/** Pages asked one after the other, as one person at a time would: how long the server takes, how much it asks. */
import { type Row, fact, milliseconds, promise, quantile, timeEach } from './measure.ts';
import { countQueries } from './queries-of-pages.ts';
import type { EmbeddedPostgres } from '#server/postgres/embedded.ts';

export type Visited = {
  readonly what: string;
  /** Several: asked in turn, so that nothing is remembered from one to the next. */
  readonly path: string | readonly [string, ...string[]];
  readonly cookie?: string;
};

export type VisitBounds = {
  readonly origin: string;
  /** The one that the site asks; nobody else may ask it meanwhile. */
  readonly postgres: EmbeddedPostgres;
  /** Times each page is asked. */
  readonly times: number;
  /** Promised of 95 answers in a hundred, in milliseconds; null: nothing was. */
  readonly atMost: number | null;
};

/** Milliseconds; `queries` of one answer, `bytes` of the last. */
export type Visit = {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly queries: number;
  readonly bytes: number;
};

/** A row for each page. Throws when one does not answer 200. */
export async function visitEach(pages: readonly Visited[], bounds: VisitBounds): Promise<Row[]> {
  const { atMost } = bounds;
  return (await measureEach(pages, bounds)).map((visit) => {
    if (atMost === null) return fact(visit.what, visitInWords(visit));
    return promise(visit.what, visitInWords(visit), { bound: `p95 < ${atMost} ms`, kept: visit.p95 < atMost });
  });
}

export function visitInWords({ p50, p95, queries, bytes }: Visit): string {
  return `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, ${queries} queries, ${Math.round(bytes / 1000)} kB`;
}

/** The same as figures. Throws when a page does not answer 200. */
async function measureEach(pages: readonly Visited[], bounds: VisitBounds): Promise<readonly Visit[]> {
  const asked = await countEach(pages, bounds);
  const visits: Visit[] = [];
  for (const [index, page] of pages.entries()) {
    let bytes = 0;
    const durations = await timeEach(bounds.times, async (turn) => (bytes = await ask(page, turn, bounds)));
    const [p50, p95] = [quantile(durations, 0.5), quantile(durations, 0.95)];
    visits.push({ what: page.what, p50, p95, queries: asked[index] ?? 0, bytes });
  }
  return visits;
}

/** Questions to PostgreSQL of each page, asked once. They are written down meanwhile: never while time is taken. */
export async function countEach(
  pages: readonly Visited[],
  { origin, postgres }: Pick<VisitBounds, 'origin' | 'postgres'>,
): Promise<readonly number[]> {
  const counter = await countQueries(postgres);
  try {
    const asked: number[] = [];
    for (const page of pages) {
      // What a process keeps from its first page on is not asked at each one.
      await ask(page, 0, { origin });
      asked.push(await counter.during(() => ask(page, 1, { origin })));
    }
    return asked;
  } finally {
    await counter.stop();
  }
}

/** Bytes of the answer. */
export async function ask(
  { path, cookie }: Visited,
  turn: number,
  { origin }: { readonly origin: string },
): Promise<number> {
  const asked = typeof path === 'string' ? path : (path[turn % path.length] ?? path[0]);
  const response = await fetch(origin + asked, { headers: cookie === undefined ? {} : { cookie }, redirect: 'manual' });
  const { byteLength } = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${asked}: ${response.status}`);
  return byteLength;
}
