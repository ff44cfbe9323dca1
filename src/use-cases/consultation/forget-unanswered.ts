/** Whoever asked to be told of an answer and had none: their address does not wait for ever. */
import type { Stores } from '../stores.ts';

/** From the count. docs/security.md and the form say a year. */
export const DAYS_TO_ANSWER = 365;

/** Says how many addresses were erased. */
export async function forgetUnanswered(stores: Stores, now: Date): Promise<number> {
  return await stores.consultations.stopWaitingForAnswers(new Date(now.getTime() - DAYS_TO_ANSWER * DAY));
}

const DAY = 86_400_000;
