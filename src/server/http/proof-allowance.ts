/**
 * How often one network may ask for codes and try them, whatever they are for. Many people share one network at a meeting: the
 * tries of each code are counted apart, in the database.
 */
import { allowance } from './allowance.ts';

const HOUR = 3_600_000;
const ASKED = allowance({ times: 60, timesHere: 3_000, windowMilliseconds: HOUR });
const TRIED = allowance({ times: 300, timesHere: 6_000, windowMilliseconds: HOUR });

/** Whole seconds to wait; 0 when a code may be asked, which counts it. */
export function secondsToWaitForCode(address: string): number {
  return ASKED.secondsToWait(address, Date.now());
}

/** Whole seconds to wait; 0 when a code may be tried, which counts it. */
export function secondsToWaitToTryCode(address: string): number {
  return TRIED.secondsToWait(address, Date.now());
}
