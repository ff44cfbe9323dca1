/**
 * Many addresses of one domain that are confirmed within one hour, within one day, or over a whole consultation: who spreads
 * them out is seen too. It may be a town hall on a market day, or one person with a domain of their own: nobody can tell from
 * here. So nothing is dropped; their votes are counted with the others and said apart, and the moderators see them.
 */
import { isSharedByMany } from './mailbox.ts';

/** So many are a burst. Providers open to everybody have no whole: half the country is there. */
export const BURST = {
  ownDomain: { hour: 10, day: 20, whole: 50 },
  sharedDomain: { hour: 200, day: 1500, whole: null },
} as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `domain`: the one that somebody registers (`exemple.fr`); `host`: what stood behind the @ (`s3.exemple.fr`). */
export type Confirmed = {
  readonly participation: number;
  readonly domain: string;
  readonly host: string;
  readonly at: Date;
};

export type Burst = {
  readonly domain: string;
  readonly from: Date;
  readonly to: Date;
  /** In the order in which they were confirmed. */
  readonly participations: readonly number[];
};

/**
 * Oldest first; whatever the order of `confirmed`. Who is in a burst is in some hour or some day, not of the clock, that holds
 * as many, or of a domain that holds as many in all. Nobody is in two.
 */
export function burstsOf(confirmed: readonly Confirmed[]): readonly Burst[] {
  const byDomain = Map.groupBy(confirmed.toSorted(byTime), ({ domain }) => domain);
  return Array.from(byDomain, ([domain, all]) => runsOf(domain, all))
    .flat()
    .toSorted((one, other) => one.from.getTime() - other.from.getTime() || (one.domain < other.domain ? -1 : 1));
}

/** One domain among those of a consultation. */
export type DomainConfirmed = {
  readonly domain: string;
  readonly isShared: boolean;
  readonly participations: number;
  /** Of which so many are in a burst. */
  readonly inBursts: number;
  /** How many names stand behind the @ of them. */
  readonly hosts: number;
  readonly first: Date;
  readonly last: Date;
};

/** Most first. */
export function domainsOf(confirmed: readonly Confirmed[]): readonly DomainConfirmed[] {
  const inBursts = new Set(burstsOf(confirmed).flatMap(({ participations }) => participations));
  const byDomain = Map.groupBy(confirmed.toSorted(byTime), ({ domain }) => domain);
  return Array.from(byDomain, ([domain, all]): DomainConfirmed[] => {
    const [first, last] = [all[0], all.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      {
        domain,
        isShared: isSharedByMany(domain),
        participations: all.length,
        inBursts: all.filter(({ participation }) => inBursts.has(participation)).length,
        hosts: new Set(all.map(({ host }) => host)).size,
        first: first.at,
        last: last.at,
      },
    ];
  })
    .flat()
    .toSorted((one, other) => other.participations - one.participations || (one.domain < other.domain ? -1 : 1));
}

/** `end` is not in it. */
type Run = { readonly begin: number; end: number };

function runsOf(domain: string, sorted: readonly Confirmed[]): readonly Burst[] {
  const { hour, day, whole } = BURST[isSharedByMany(domain) ? 'sharedDomain' : 'ownDomain'];
  const runs =
    whole !== null && sorted.length >= whole
      ? [{ begin: 0, end: sorted.length }]
      : together([...within(HOUR, hour, sorted), ...within(DAY, day, sorted)]);
  return runs.flatMap(({ begin, end }) => {
    const run = sorted.slice(begin, end);
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    const participations = run.map(({ participation }) => participation);
    return [{ domain, from: first.at, to: last.at, participations }];
  });
}

/** Each stretch of `limit` that fits into `span`. */
function within(span: number, limit: number, sorted: readonly Confirmed[]): readonly Run[] {
  return sorted.flatMap((last, index): Run[] => {
    const first = sorted[index - limit + 1];
    if (first === undefined || last.at.getTime() - first.at.getTime() >= span) return [];
    return [{ begin: index - limit + 1, end: index + 1 }];
  });
}

/** What overlaps is one. */
function together(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const { begin, end } of runs.toSorted((one, other) => one.begin - other.begin)) {
    const before = all.at(-1);
    if (before === undefined || begin >= before.end) all.push({ begin, end });
    else before.end = Math.max(before.end, end);
  }
  return all;
}

function byTime(one: Confirmed, other: Confirmed): number {
  return one.at.getTime() - other.at.getTime() || one.participation - other.participation;
}
