/** Anybody reports a remark or a file: not without end, and the two together. */
import { allowance } from '../http/allowance.ts';

const REPORTS = allowance({ times: 5, timesHere: 200, windowMilliseconds: 3_600_000 });

export function tooManyReports(event: { readonly getClientAddress: () => string }): boolean {
  return REPORTS.secondsToWait(event.getClientAddress(), Date.now()) > 0;
}
