/** A decision of agreed minutes is done, given up, or to do again: either side says so, in its own name. */
import type { Actor } from '#domain/access/gate.ts';
import { isDecisionState, type DecisionState } from '#domain/committee/decision-state.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterMinutes, type CannotEnterMinutes } from './agree-minutes.ts';
import { recordInCommittee } from './enter-committee.ts';
import type { AboutMeeting } from './meet.ts';

export type CannotSettleDecision =
  | CannotEnterMinutes
  | { readonly kind: 'unknown-decision' }
  | { readonly kind: 'no-decision-state' }
  /** Somebody said something else of it meanwhile. */
  | { readonly kind: 'decision-changed'; readonly now: DecisionState };

/** `decision`: its number in the minutes, from 1. `seen`: the state that the person saw. */
export async function settleDecision(
  stores: Stores,
  actor: Actor,
  request: AboutMeeting & { readonly decision: number; readonly seen: unknown; readonly state: unknown },
  now: Date,
): Promise<Result<{ readonly state: DecisionState }, CannotSettleDecision>> {
  return await stores.together<{ state: DecisionState }, CannotSettleDecision>(async (all) => {
    const act = 'settle-committee-decision';
    const entered = await enterMinutes(all, actor, { act, ...request });
    if (!entered.ok) return entered;
    const { meeting, voice, by } = entered.value;
    if (voice === null) return refuse({ kind: 'not-allowed', act });
    const there = meeting.minutes?.standings[request.decision - 1];
    if (there === undefined) return refuse({ kind: 'unknown-decision' });
    const { state, seen } = request;
    if (!isDecisionState(state) || !isDecisionState(seen) || state === seen)
      return refuse({ kind: 'no-decision-state' });
    if (there.state !== seen) return refuse({ kind: 'decision-changed', now: there.state });
    await all.committees.meetings.settleDecision(meeting.id, { decision: request.decision, state, voice, by, at: now });
    const says = { meeting: meeting.number, decision: request.decision, voice, state };
    await recordInCommittee(all, entered.value, { act, says, at: now });
    return accept({ state });
  });
}
