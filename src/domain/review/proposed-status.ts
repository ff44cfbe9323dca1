/**
 * What the answers to the checklist of a measure propose, with the reason: a person decides. Only levels that were promised
 * count; what cannot be told is never taken for a no, nor for a yes. Broken is never proposed, not even after the mandate:
 * a checklist shows what was not done, never that it was given up.
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
  /** Of the whole; null when a level that was promised is among `without`. */
  readonly status: AssessmentStatus | null;
  /** Levels with an answer, in order. */
  readonly levels: readonly ProposedLevel[];
  /** Levels promised for which nothing was answered, or nothing can be checked: the proposal says nothing of them. */
  readonly without: readonly number[];
};

export type Checked = {
  /** Levels promised, with how many points each has. */
  readonly levels: readonly { readonly level: number; readonly checks: readonly string[] }[];
  readonly answers: readonly AnsweredCheck[];
};

/** Null: nothing was answered. */
export function proposedStatus({ levels, answers }: Checked): ProposedStatus | null {
  const counted = levels.map(({ level, checks }) => ({ level, counts: countAnswers(checks, ofLevel(answers, level)) }));
  const proposed = counted.flatMap(({ level, counts }) => {
    const status = statusOf(counts);
    return status === null ? [] : [{ level, status, counts }];
  });
  if (proposed.length === 0) return null;
  const promised = levels.map(({ level }) => level);
  const without = promised.filter((level) => proposed.every((told) => told.level !== level));
  return { status: suggestedStatus(promised, proposed), levels: proposed, without };
}

function ofLevel(answers: readonly AnsweredCheck[], wanted: number): ReadonlyMap<string, AnsweredCheck> {
  return new Map(answers.filter(({ level }) => level === wanted).map((answer) => [answer.text, answer]));
}

function countAnswers(checks: readonly string[], answers: ReadonlyMap<string, AnsweredCheck>): CheckCounts {
  const said = checks.map((text) => answers.get(text)?.answer ?? null);
  const of = (wanted: AnsweredCheck['answer'] | null) => said.filter((answer) => answer === wanted).length;
  return { yes: of('yes'), no: of('no'), cannotTell: of('cannot-tell'), unanswered: of(null) };
}

function statusOf({ yes, no, cannotTell, unanswered }: CheckCounts): AssessmentStatus | null {
  if (yes + no + cannotTell === 0) return null;
  if (yes > 0) return no + cannotTell + unanswered === 0 ? 'kept' : 'partly-kept';
  return no === 0 ? 'cannot-assess' : 'not-started';
}
