/** What became of a decision of agreed minutes: their words change no more, but what was decided gets done, or given up. */
import type { Voice } from '../follow-up/assessment.ts';

export const DECISION_STATES = ['to-do', 'done', 'abandoned'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export type DecisionStanding = {
  readonly state: DecisionState;
  /** The day there, YYYY-MM-DD, and the side that said so last; null: nobody said anything since it was decided. */
  readonly said: { readonly on: string; readonly voice: Voice } | null;
};

export function isDecisionState(value: unknown): value is DecisionState {
  return DECISION_STATES.some((state) => state === value);
}
