/**
 * How often one visitor may ask the API: ten times a second for a minute is what a program needs that looks things up. Whoever
 * wants everything takes the files of the day, which cost nobody anything: the refusal says so.
 */
import { allowance } from '../allowance.ts';

export const REQUESTS_A_MINUTE = 600;

const REQUESTS = allowance({ times: REQUESTS_A_MINUTE, timesHere: 60_000, windowMilliseconds: 60_000 });

/** Whole seconds to wait; 0 when it may be answered, which counts it. */
export function secondsToWaitForApi(address: string): number {
  return REQUESTS.secondsToWait(address, Date.now());
}
