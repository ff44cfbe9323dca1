/** What the page of one promise shows, made on the server (src/routes/bilans/[review]/travail/[item]/entry-page.ts). */
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { AnsweredCheck } from '#domain/review/review-entry.ts';
import type { SaidShown } from '#ui/follow-up/voices-shown.ts';
import type { EntryForm, LevelToCheck } from './entry-form.ts';
import type { WorkHead } from './head.ts';
import type { wayThrough, WorkRow } from './rows.ts';

export type ProofLine = { readonly line: string; readonly quotation: string | null };

export type EntryShown = {
  readonly head: WorkHead;
  readonly review: number;
  readonly me: string;
  readonly row: WorkRow;
  readonly isOpen: boolean;
  readonly state: string;
  readonly thread: string | null;
  /** Where the collective assesses it alone, outside of a review. */
  readonly assess: string;
  readonly all: number;
  /** The promise that was saved just before. */
  readonly saved: Pick<WorkRow, 'item' | 'label' | 'progress' | 'status'> | null;
  readonly today: string;
  readonly form: EntryForm;
  readonly levels: readonly LevelToCheck[];
  readonly promised: readonly number[];
  readonly proposal: Proposal | null;
  /** When the words now in the form were typed, and not saved; null: what stands there was saved. */
  readonly foundAgain: Date | null;
  readonly savedVersion: number;
  readonly way: ReturnType<typeof wayThrough>;
  readonly latest: { readonly collective: SaidShown | null; readonly townHall: SaidShown | null };
  readonly versions: readonly {
    readonly version: number;
    readonly name: string;
    readonly at: Date;
    readonly status: AssessmentStatus | null;
    readonly sentence: string;
    readonly evidence: readonly ProofLine[];
  }[];
  /** What was answered to the checklist in the last published review; `on` null: there was none. */
  readonly lastTime: LastTime;
  /** Of the charter, for the levels promised; `level` null: a principle. */
  readonly charter: readonly { readonly level: number | null; readonly lines: readonly string[] }[];
};

export type LastTime = { readonly on: string | null; readonly checks: readonly AnsweredCheck[] };

export type Proposal = {
  /** Null: some promised levels were not looked at, none is proposed for the whole. */
  readonly status: AssessmentStatus | null;
  readonly levels: readonly { readonly level: number; readonly status: AssessmentStatus }[];
  readonly line: string;
  readonly sentence: string;
};

/** The form as it was typed, when it was not kept. */
export type EntryBack = {
  readonly form: EntryForm;
  readonly problem: string | null;
  /** The rank of the proof that was refused. */
  readonly wrong: number | null;
  readonly proposal: Proposal | null;
  readonly stale: {
    readonly version: number;
    readonly name: string;
    readonly status: AssessmentStatus | null;
    readonly sentence: string;
    readonly evidence: readonly ProofLine[];
  } | null;
};
