/** Votes of one participation: any number at once, each changed or taken back until the closing. */
import type { Actor } from '#domain/access/gate.ts';
import type { Choice, VoteObject } from '#domain/consultation/count.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterConsultation, type CannotEnterConsultation } from './enter-consultation.ts';

/** As many as one form may hold. */
export const VOTES_AT_ONCE = 500;

export type CannotVote =
  | CannotEnterConsultation
  | { readonly kind: 'nothing-voted' }
  | { readonly kind: 'too-many-votes'; readonly most: number }
  /** Not in this consultation, or withdrawn or hidden meanwhile. */
  | { readonly kind: 'not-to-vote-on'; readonly object: VoteObject };

/** All of them, or none. `choice` null takes a vote back. */
export async function voteInConsultation(
  stores: Stores,
  actor: Actor,
  {
    consultation,
    votes,
  }: {
    readonly consultation: number;
    readonly votes: readonly { readonly object: VoteObject; readonly choice: Choice | null }[];
  },
  now: Date,
): Promise<Result<{ readonly votes: number }, CannotVote>> {
  return await stores.together<{ votes: number }, CannotVote>(async (all) => {
    const act = 'vote-in-consultation';
    const entered = await enterConsultation(all, actor, { act, consultation, hold: 'share' }, now);
    if (!entered.ok) return entered;
    if (votes.length === 0) return refuse({ kind: 'nothing-voted' });
    if (votes.length > VOTES_AT_ONCE) return refuse({ kind: 'too-many-votes', most: VOTES_AT_ONCE });
    const [unknown] = await all.consultations.notToVoteOn(
      consultation,
      votes.map(({ object }) => object),
    );
    if (unknown !== undefined) return refuse({ kind: 'not-to-vote-on', object: unknown });
    // The journal does not hold it: who voted, and when, is nobody's business. The count is what it tells.
    await all.consultations.vote({ consultation, participation: entered.value.participation }, votes);
    return accept({ votes: votes.length });
  });
}
