/**
 * What a person says of one proposal of the reader. Decisions stand on top of a reading, which never changes;
 * the last one of a proposal counts, the earlier ones are kept.
 *
 * In a `correct-…` decision, a key that is absent leaves what was read.
 */
import type { ActionField, Council } from '../plan/plan.ts';
import type { Stance } from './stance.ts';

/** `clauses` absent: the clauses follow what was read when the stance is the one read, otherwise nobody compared them. */
export type LevelDecision = {
  readonly level: number;
  readonly stance: Stance;
  readonly clauses?: readonly { readonly clause: number; readonly stance: Stance }[];
};

export type CommitmentCorrection = {
  readonly kind: 'correct-commitment';
  /** Attach to another measure of the edition. */
  readonly measure?: number;
  /** Only for a measure promised without a level. */
  readonly stance?: Stance;
  /** The whole list: a level that is absent is no longer listed. */
  readonly levels?: readonly LevelDecision[];
  readonly observations?: readonly string[];
  readonly competentBody?: string | null;
};

export type PrincipleCorrection = {
  readonly kind: 'correct-principle';
  readonly stance?: Stance;
  readonly observations?: readonly string[];
};

export type LocalCorrection = {
  readonly kind: 'correct-local';
  readonly text?: string;
  readonly relatedMeasures?: readonly number[];
};

export type SignatoryCorrection = {
  readonly kind: 'correct-signatory';
  readonly listName?: string | null;
  readonly leader?: string | null;
};

export type ActionCorrection = {
  readonly kind: 'correct-action';
  readonly number?: string;
  readonly title?: string;
  readonly axis?: string | null;
  readonly fields?: Readonly<Partial<Record<ActionField, string | null>>>;
};

export type AxisCorrection = { readonly kind: 'correct-axis'; readonly title?: string };

export type PlanCorrection = {
  readonly kind: 'correct-plan';
  readonly title?: string;
  readonly council?: Readonly<Partial<Council>>;
};

/** A passage becomes a promise beyond the charter. */
export type ToLocal = {
  readonly kind: 'to-local';
  readonly text: string;
  readonly relatedMeasures: readonly number[];
};

/** A passage becomes what the list says of a measure. */
export type ToMeasure = {
  readonly kind: 'to-measure';
  readonly measure: number;
  readonly stance: Stance;
  readonly levels: readonly LevelDecision[];
};

export type Decision =
  | { readonly kind: 'confirm' }
  /** This is not a promise. */
  | { readonly kind: 'refuse' }
  /** Back to no decision. */
  | { readonly kind: 'undecide' }
  | CommitmentCorrection
  | PrincipleCorrection
  | LocalCorrection
  | SignatoryCorrection
  | ActionCorrection
  | AxisCorrection
  | PlanCorrection
  | ToLocal
  | ToMeasure;
