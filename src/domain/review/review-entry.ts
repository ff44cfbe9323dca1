/** What a review says of one promise, while it is worked on: everything may still be missing. */
import type { AssessmentStatus } from '../follow-up/assessment.ts';
import type { EvidenceItem } from '../follow-up/evidence.ts';

export const CHECK_ANSWERS = ['yes', 'no', 'cannot-tell'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** One line of « ce qu’on peut vérifier », answered. Its words are kept: our notes on a charter may be corrected later. */
export type AnsweredCheck = {
  readonly level: number;
  readonly text: string;
  readonly answer: CheckAnswer;
  /** What was seen, where; '' when nothing is said. At most 500 characters. */
  readonly note: string;
};

export type ReviewEntry = {
  /** Null: nobody decided. */
  readonly status: AssessmentStatus | null;
  /** Levels with a status of their own, in order; the others are not told apart. */
  readonly levels: readonly { readonly level: number; readonly status: AssessmentStatus }[];
  readonly beforeMandate: boolean;
  /** At most 2,000 characters; '' while nobody wrote it. */
  readonly sentence: string;
  readonly evidence: readonly EvidenceItem[];
  /** The day it speaks of, YYYY-MM-DD. */
  readonly assessedOn: string;
  readonly checks: readonly AnsweredCheck[];
};

export const NOTE_LIMIT = 500;

/**
 * `ready`: a status, with its sentence. `started`: something is there and one of both is missing: it stops the publication.
 * `not-looked-at`: nothing; published, it is counted as not looked at.
 */
export type EntryProgress = 'ready' | 'started' | 'not-looked-at';

export function progressOf(entry: ReviewEntry | null): EntryProgress {
  if (entry === null) return 'not-looked-at';
  if (entry.status !== null && entry.sentence !== '') return 'ready';
  const says =
    entry.status !== null ||
    entry.sentence !== '' ||
    entry.levels.length > 0 ||
    entry.evidence.length > 0 ||
    entry.checks.length > 0;
  return says ? 'started' : 'not-looked-at';
}

export function emptyEntry(assessedOn: string): ReviewEntry {
  return { status: null, levels: [], beforeMandate: false, sentence: '', evidence: [], assessedOn, checks: [] };
}
