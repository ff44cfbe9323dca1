/**
 * How often one address may ask: so many times in a window, then it is told when to come back.
 *
 * In the memory of one process, for a bounded number of addresses: past it the one that was quiet the longest is
 * forgotten. Addresses are not written anywhere.
 */
export type Allowance = {
  /** Whole seconds to wait; 0 when the request may pass, which counts it. `now` in milliseconds. */
  readonly secondsToWait: (address: string, now: number) => number;
};

export type AllowanceRule = {
  readonly times: number;
  /** For this machine's own address: one person, or everybody when a proxy does not say for whom it asks. */
  readonly timesHere?: number;
  readonly windowMilliseconds: number;
  /** Addresses remembered at once. */
  readonly addresses?: number;
};

type Seen = { since: number; times: number };

export function allowance({
  times,
  timesHere = times,
  windowMilliseconds,
  addresses = 10_000,
}: AllowanceRule): Allowance {
  const known = new Map<string, Seen>();
  return {
    secondsToWait: (address, now) => {
      const key = networkOf(address);
      const before = known.get(key);
      const fresh = before === undefined || now - before.since >= windowMilliseconds;
      const seen: Seen = fresh ? { since: now, times: 0 } : before;
      // Set again, so that the order of the map is the order of the last visits.
      known.delete(key);
      known.set(key, seen);
      const quietest = known.keys().next();
      if (known.size > addresses && quietest.done !== true) known.delete(quietest.value);
      if (seen.times >= (isHere(address) ? timesHere : times))
        return Math.max(1, Math.ceil((seen.since + windowMilliseconds - now) / 1000));
      seen.times += 1;
      return 0;
    },
  };
}

function isHere(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}

/** One household has a whole IPv6 network of 64 bits: its addresses count together. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':');
  const missing = address.includes('::') ? 8 - groups.length - tail.split(':').length : 0;
  const all = [...groups, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...tail.split(':')];
  return all
    .slice(0, 4)
    .map((group) => (group === '' ? '0' : group.toLowerCase().replace(/^0+(?=.)/, '')))
    .join(':');
}
