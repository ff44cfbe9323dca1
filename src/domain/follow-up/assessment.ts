/**
 * One voice's dated view of one commitment. Append-only: a later one stands beside the earlier ones, never over them, and
 * the two voices never touch each other's.
 */
import type { EvidenceItem } from './evidence.ts';

/** `collective` follows the promise; `town-hall` is who made it: the municipality, or the list when it is in opposition. */
export const VOICES = ['collective', 'town-hall'] as const;
export type Voice = (typeof VOICES)[number];

/** In the order from nothing to everything; the last two are outside of it and count in no share. */
export const ASSESSMENT_STATUSES = [
  'not-started',
  'underway',
  'partly-kept',
  'kept',
  'broken',
  'cannot-assess',
  'not-competent',
] as const;
export type AssessmentStatus = (typeof ASSESSMENT_STATUSES)[number];

export type Assessment = {
  readonly voice: Voice;
  readonly status: AssessmentStatus;
  /** Levels that were looked at, each once, in order; empty: the commitment as a whole. */
  readonly levels: readonly { readonly level: number; readonly status: AssessmentStatus }[];
  /** Done before the mandate began: told apart, never counted as kept during it. */
  readonly beforeMandate: boolean;
  /** 1 to 2,000 characters; empty is refused: a status says nothing by itself. */
  readonly sentence: string;
  readonly evidence: readonly EvidenceItem[];
  /** The day it speaks of, YYYY-MM-DD, not after the day it is said. */
  readonly assessedOn: string;
};
