/**
 * What the answers to the checklist of a measure propose, with the reason: a person decides. Only levels that were promised
 * count; what cannot be told is never taken for a no, nor for a yes.
 */
import type { AssessmentStatus } from '../follow-up/assessment.ts';
import { suggestedStatus } from '../follow-up/levels.ts';
import type { AnsweredCheck } from './review-entry.ts';

export type CheckCounts = {
  readonly yes: number;
  readonly no: number;
  readonly cannotTell: number;
  readonly unanswered: number;
};

export type ProposedLevel = { readonly level: number; readonly status: AssessmentStatus; readonly counts: CheckCounts };

export type ProposedStatus = {
  readonly status: AssessmentStatus;
  /** Levels with an answer, in order. */
  readonly levels: readonly ProposedLevel[];
  /** Levels promised for which nothing was answered, or nothing can be checked: the proposal says nothing of them. */
  readonly without: readonly number[];
};

export type Checked = {
  /** Levels promised, with how many points each has. */
  readonly levels: readonly { readonly level: number; readonly checks: readonly string[] }[];
  readonly answers: readonly AnsweredCheck[];
  /** Whether the term is over: what nothing shows is then not kept, and no longer not started. */
  readonly termOver: boolean;
};

/** Null: nothing was answered. */
export function proposedStatus({ levels, answers, termOver }: Checked): ProposedStatus | null {
  const counted = levels.map(({ level, checks }) => ({ level, counts: countAnswers(checks, ofLevel(answers, level)) }));
  const proposed = counted.flatMap(({ level, counts }) => {
    const status = statusOf(counts, termOver);
    return status === null ? [] : [{ level, status, counts }];
  });
  if (proposed.length === 0) return null;
  const promised = levels.map(({ level }) => level);
  const status = suggestedStatus(promised, proposed);
  if (status === null) return null;
  const without = promised.filter((level) => proposed.every((told) => told.level !== level));
  return { status, levels: proposed, without };
}

function ofLevel(answers: readonly AnsweredCheck[], wanted: number): ReadonlyMap<string, AnsweredCheck> {
  return new Map(answers.filter(({ level }) => level === wanted).map((answer) => [answer.text, answer]));
}

function countAnswers(checks: readonly string[], answers: ReadonlyMap<string, AnsweredCheck>): CheckCounts {
  const said = checks.map((text) => answers.get(text)?.answer ?? null);
  const of = (wanted: AnsweredCheck['answer'] | null) => said.filter((answer) => answer === wanted).length;
  return { yes: of('yes'), no: of('no'), cannotTell: of('cannot-tell'), unanswered: of(null) };
}

function statusOf({ yes, no, cannotTell, unanswered }: CheckCounts, termOver: boolean): AssessmentStatus | null {
  if (yes + no + cannotTell === 0) return null;
  if (yes > 0) return no + cannotTell + unanswered === 0 ? 'kept' : 'partly-kept';
  if (no === 0) return 'cannot-assess';
  return termOver ? 'broken' : 'not-started';
}
