/** What an assessment must be before it is said: the same for both voices, alone or in a review. */
import { isDay } from '../shared/local-day.ts';
import type { Assessment } from './assessment.ts';
import { checkEvidence, type BadEvidence } from './check-evidence.ts';
import { contradicts } from './levels.ts';
import { isFollowed, promisedLevels, type Promised } from './promised.ts';

export const SENTENCE_LIMIT = 2000;

export type BadAssessment =
  | { readonly kind: 'not-promised' }
  | { readonly kind: 'sentence-missing' }
  | { readonly kind: 'words-too-long'; readonly limit: number }
  | { readonly kind: 'not-a-day'; readonly day: string }
  | { readonly kind: 'day-to-come'; readonly day: string }
  | { readonly kind: 'unknown-level'; readonly level: number }
  | { readonly kind: 'levels-contradict' }
  | { readonly kind: 'before-mandate-not-kept' }
  | BadEvidence;

/**
 * `known`: the levels of the promise in its edition, promised or not. `today`: the day at the place. Null: all is well.
 */
export function checkAssessment(
  said: Assessment,
  {
    promised,
    known,
    today,
  }: { readonly promised: Promised; readonly known: readonly number[]; readonly today: string },
): BadAssessment | null {
  if (!isFollowed(promised)) return { kind: 'not-promised' };
  if (said.sentence.trim() === '') return { kind: 'sentence-missing' };
  if (said.sentence.length > SENTENCE_LIMIT) return { kind: 'words-too-long', limit: SENTENCE_LIMIT };
  if (!isDay(said.assessedOn)) return { kind: 'not-a-day', day: said.assessedOn };
  if (said.assessedOn > today) return { kind: 'day-to-come', day: said.assessedOn };
  const stranger = said.levels.find(
    ({ level }, rank) => !known.includes(level) || said.levels.findIndex((one) => one.level === level) !== rank,
  );
  if (stranger !== undefined) return { kind: 'unknown-level', level: stranger.level };
  if (contradicts(said.status, { promised: promisedLevels(promised), levels: said.levels })) {
    return { kind: 'levels-contradict' };
  }
  if (said.beforeMandate && said.status !== 'kept' && said.status !== 'partly-kept') {
    return { kind: 'before-mandate-not-kept' };
  }
  return checkEvidence(said.evidence, today);
}
