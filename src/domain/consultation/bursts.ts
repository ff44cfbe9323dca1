/**
 * Many addresses of one domain that are confirmed within one hour. It may be a town hall on a market day, or one person
 * with a domain of their own: nobody can tell from here. So nothing is dropped; their votes are counted with the others and
 * said apart, and the moderators see them.
 */
import { isSharedByMany } from './mailbox.ts';

/** So many within one hour are a burst. */
export const BURST = { ownDomain: 10, sharedDomain: 200 } as const;

const HOUR = 3_600_000;

export type Confirmed = { readonly participation: number; readonly domain: string; readonly at: Date };

export type Burst = {
  readonly domain: string;
  readonly from: Date;
  readonly to: Date;
  /** In the order in which they were confirmed. */
  readonly participations: readonly number[];
};

/** Oldest first; whatever the order of `confirmed`. Who is in a burst is in some hour, not of the clock, that holds as many. */
export function burstsOf(confirmed: readonly Confirmed[]): readonly Burst[] {
  const byDomain = Map.groupBy(confirmed.toSorted(byTime), ({ domain }) => domain);
  return Array.from(byDomain, ([domain, all]) => runsOf(all, limitOf(domain)))
    .flat()
    .toSorted((one, other) => one.from.getTime() - other.from.getTime() || (one.domain < other.domain ? -1 : 1));
}

function runsOf(sorted: readonly Confirmed[], limit: number): readonly Burst[] {
  const runs: Confirmed[][] = [];
  let end = 0;
  sorted.forEach((last, index) => {
    const first = sorted[index - limit + 1];
    if (first === undefined || last.at.getTime() - first.at.getTime() >= HOUR) return;
    const begin = index - limit + 1;
    const run = begin < end ? runs.at(-1) : undefined;
    if (run === undefined) runs.push(sorted.slice(begin, index + 1));
    else run.push(...sorted.slice(end, index + 1));
    end = index + 1;
  });
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    const participations = run.map(({ participation }) => participation);
    return [{ domain: first.domain, from: first.at, to: last.at, participations }];
  });
}

function byTime(one: Confirmed, other: Confirmed): number {
  return one.at.getTime() - other.at.getTime() || one.participation - other.participation;
}

function limitOf(domain: string): number {
  return isSharedByMany(domain) ? BURST.sharedDomain : BURST.ownDomain;
}
