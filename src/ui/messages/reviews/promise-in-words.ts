/**
 * One promise of a published review, in words and in order, so that its page, its files and the summary for the press only
 * set it. Made once, by src/ui/review-page/review-shown.ts.
 */
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { Stance } from '#domain/pact/stance.ts';

export type PromiseInWords = {
  /** Measure, principle, or local commitment. */
  readonly part: 'm' | 'p' | 'l';
  readonly label: string;
  readonly title: string;
  readonly stance: Stance;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
  /** The page of its whole thread; null: the place has none. */
  readonly thread: string | null;
  /** Null: nobody looked. */
  readonly said: {
    readonly state: AssessmentStatus;
    /** Done before the mandate. */
    readonly before: boolean;
    readonly levels: string;
    readonly sentence: string;
    readonly on: string;
    readonly evidence: readonly EvidenceInWords[];
    readonly checks: readonly string[];
  } | null;
  /** What the town hall had said when the review was published. */
  readonly then: { readonly state: AssessmentStatus; readonly sentence: string; readonly on: string } | null;
  /** What the other side said since, latest first. */
  readonly answers: readonly { readonly at: Date; readonly state: AssessmentStatus; readonly sentence: string }[];
  readonly errata: readonly { readonly words: string; readonly at: Date }[];
};

export type EvidenceInWords = {
  readonly line: string;
  /** Null: nothing opens. */
  readonly href: string | null;
  /** It leaves this site. */
  readonly outside: boolean;
  readonly quotation: string | null;
};
