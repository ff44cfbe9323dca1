/** A pact in one page: what one voice says, promise by promise, gathered by status. Every promise that was made stands once. */
import type { AssessmentStatus, Voice } from '../follow-up/assessment.ts';
import type { CommitmentKey } from '../follow-up/commitment-key.ts';
import { isPromised } from '../follow-up/promised.ts';
import type { KitPromise } from './council-questions.ts';

/** `before`: done before the mandate; `never`: this voice never spoke of it. */
export type StateGroup = {
  readonly state: AssessmentStatus | 'before' | 'never';
  readonly promises: readonly CommitmentKey[];
};

const ORDER: readonly StateGroup['state'][] = [
  'kept',
  'partly-kept',
  'underway',
  'not-started',
  'broken',
  'before',
  'cannot-assess',
  'not-competent',
  'never',
];

/** From what is kept to what nobody looked at; a status of which there is nothing is left out. */
export function stateGroups(promises: readonly KitPromise[], voice: Voice): readonly StateGroup[] {
  const signed = promises.filter(isPromised);
  return ORDER.map((state) => ({
    state,
    promises: signed.filter(({ latest }) => stateOf(latest[voice]) === state).map(({ key }) => key),
  })).filter((group) => group.promises.length > 0);
}

function stateOf(said: KitPromise['latest'][Voice]): StateGroup['state'] {
  if (said === null) return 'never';
  return said.beforeMandate ? 'before' : said.status;
}
