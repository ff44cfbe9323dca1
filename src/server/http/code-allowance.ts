/** How often one address may try codes, wherever it types them: at /verifier and at the short address alike. */
import { allowance } from './allowance.ts';

const TRIES = allowance({ times: 60, timesHere: 600, windowMilliseconds: 10 * 60_000 });

/** 0: go on. */
export function secondsToWaitToLookUpCode(address: string): number {
  return TRIES.secondsToWait(address, Date.now());
}
