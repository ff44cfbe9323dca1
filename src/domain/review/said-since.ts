/** Whether a collective spoke of a promise, outside of the review, after what the review says of it was saved. */
import type { SaidAssessment } from '../follow-up/said-assessment.ts';
import { dayIn } from '../shared/local-day.ts';
import type { StoredEntry } from './stored-entry.ts';

/**
 * `latest`: what the collective says of the promise now. `zone`: of the place. Saved once more, the entry was written by
 * somebody who could read both. « Toujours exact » is dated by the day: one of the very day of the entry is taken as read.
 */
export function saidSince(
  latest: Pick<SaidAssessment, 'saidAt' | 'confirmedOn'> | null,
  { entry, zone }: { readonly entry: Pick<StoredEntry, 'at'>; readonly zone: string },
): boolean {
  if (latest === null) return false;
  return latest.saidAt > entry.at || (latest.confirmedOn ?? '') > dayIn(entry.at, zone);
}
