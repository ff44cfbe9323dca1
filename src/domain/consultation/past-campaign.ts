/**
 * What became of one measure of an edition: how often it was taken, at which level, amended how, kept or not, what people said.
 * The evidence for changing it. Every count is over `pacts`, at `asOf`.
 */
import type { AssessmentStatus, Voice } from '../follow-up/assessment.ts';
import type { Stance } from '../pact/stance.ts';

export type PastCampaign = {
  readonly edition: string;
  readonly measure: number;
  /** The last change of a figure of the edition; null: nothing was ever counted. */
  readonly asOf: Date | null;
  /** Signed against the edition: the denominator. */
  readonly pacts: number;
  /** Level 0: the measure as a whole. */
  readonly stances: readonly { readonly level: number; readonly stance: Stance; readonly pacts: number }[];
  /** Took it in other words somewhere. */
  readonly amended: number;
  /** Clauses left out of a level that was taken. */
  readonly excepted: readonly { readonly level: number; readonly clause: number; readonly pacts: number }[];
  readonly reworded: readonly RewordedClause[];
  /** Other bodies that pacts name, most named first. */
  readonly bodies: readonly { readonly name: string; readonly pacts: number }[];
  readonly done: readonly {
    readonly voice: Voice;
    readonly status: AssessmentStatus;
    readonly beforeMandate: boolean;
    readonly pacts: number;
  }[];
  /** The latest; observations of whoever signed, and remarks of others. */
  readonly said: readonly SaidOfMeasure[];
};

/** `wordings`: what was signed instead, most signed first, `MOST_WORDINGS` over the whole measure. */
export type RewordedClause = {
  readonly level: number;
  readonly clause: number;
  readonly pacts: number;
  readonly wordings: readonly { readonly text: string; readonly pacts: number }[];
};

export type SaidOfMeasure = {
  readonly kind: 'observation' | 'remark';
  readonly words: string;
  readonly pact: number;
  /** The commune or grouping. */
  readonly place: string;
  /** The list, or whoever signs the remark; null: unsaid. */
  readonly by: string | null;
};

export const MOST_WORDINGS = 30;
export const MOST_SAID = 20;
