/** How often one address may search the communes, by pages and by suggestions together. A person types a few words a minute. */
import { allowance } from './allowance.ts';

const SEARCHES = allowance({ times: 300, timesHere: 6_000, windowMilliseconds: 60_000 });

/** Whole seconds to wait; 0 when the search may be made, which counts it. */
export function secondsToWaitToSearch(address: string): number {
  return SEARCHES.secondsToWait(address, Date.now());
}
