/** What an assessment must be before it is said: the same for both voices, alone or in a review. */
import type { Term } from '../pact/term.ts';
import { isDay } from '../shared/local-day.ts';
import type { Assessment } from './assessment.ts';
import { checkEvidence, type BadEvidence } from './check-evidence.ts';
import { contradicts } from './levels.ts';
import { OLDEST_DAY } from './oldest-day.ts';
import { isFollowed, promisedLevels, type Promised } from './promised.ts';

export const SENTENCE_LIMIT = 2000;

export type BadAssessment =
  | { readonly kind: 'not-promised' }
  | { readonly kind: 'sentence-missing' }
  | { readonly kind: 'words-too-long'; readonly limit: number }
  | { readonly kind: 'not-a-day'; readonly day: string }
  | { readonly kind: 'day-to-come'; readonly day: string }
  /** `from`: the first day of which one may speak. */
  | { readonly kind: 'day-before-pact'; readonly day: string; readonly from: string }
  | { readonly kind: 'day-too-old'; readonly day: string }
  | { readonly kind: 'unknown-level'; readonly level: number }
  | { readonly kind: 'levels-contradict' }
  | { readonly kind: 'before-mandate-not-kept' }
  | BadEvidence;

export type PactDays = { readonly signedOn: string | null; readonly term: Term };

/** The first day on which its promises may be seen kept or not: signed, and in a year of the mandate. */
export function followedFrom({ signedOn, term }: PactDays): string {
  const mandate = `${term.from}-01-01`;
  return signedOn !== null && signedOn > mandate ? signedOn : mandate;
}

/**
 * `known`: the levels of the promise in its edition, promised or not. `today`: the day at the place. `pact`: the one that
 * promises it. Null: all is well.
 */
export function checkAssessment(
  said: Assessment,
  {
    promised,
    known,
    today,
    pact,
  }: {
    readonly promised: Promised;
    readonly known: readonly number[];
    readonly today: string;
    readonly pact: PactDays;
  },
): BadAssessment | null {
  if (!isFollowed(promised)) return { kind: 'not-promised' };
  if (said.sentence.trim() === '') return { kind: 'sentence-missing' };
  if (said.sentence.length > SENTENCE_LIMIT) return { kind: 'words-too-long', limit: SENTENCE_LIMIT };
  if (!isDay(said.assessedOn)) return { kind: 'not-a-day', day: said.assessedOn };
  if (said.assessedOn > today) return { kind: 'day-to-come', day: said.assessedOn };
  if (said.assessedOn < OLDEST_DAY) return { kind: 'day-too-old', day: said.assessedOn };
  const from = followedFrom(pact);
  // What was done before the mandate was seen before it.
  if (said.assessedOn < from && !said.beforeMandate) return { kind: 'day-before-pact', day: said.assessedOn, from };
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
