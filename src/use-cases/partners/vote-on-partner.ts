/**
 * A member of the steering committee votes on a request, with a reason. Whichever side first reaches the number that the rule of that
 * day asks for decides, in the same transaction: two who vote at once wait for each other, and the last to come finds it decided.
 */
import type { Person } from '#domain/access/gate.ts';
import {
  neededOn,
  partnerDecision,
  PARTNER_REASON_LIMIT,
  type PartnerState,
  type PartnerVote,
} from '#domain/partners/organisation.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { enterOrganisation, tellJournal, type CannotEnterOrganisation } from './enter-organisation.ts';
import { tellDecided } from './partner-mails.ts';

export type VoteOnPartner = Sent & {
  readonly organisation: number;
  /** As it was when the form was shown: nobody votes on other words than those they read. */
  readonly version: number;
  readonly vote: PartnerVote | null;
  readonly reason: string;
};

export type CannotVote =
  | CannotEnterOrganisation
  | BadText
  | { readonly kind: 'vote-missing' }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'decided-meanwhile'; readonly state: PartnerState }
  /** They speak or spoke for it, asked for it, or sit for it. */
  | { readonly kind: 'own-organisation' }
  | { readonly kind: 'not-in-committee' }
  /** The national team has not said how many votes decide. */
  | { readonly kind: 'no-rule' };

type Voted = { readonly state: PartnerState };

export async function voteOnPartner(
  stores: Stores,
  actor: Person,
  request: VoteOnPartner,
  now: Date,
): Promise<Result<Voted, CannotVote>> {
  const act = 'vote-on-partner';
  return await sentOnce<Voted, CannotVote>(stores, { actor, act, request, now }, async (all) => {
    const { organisation: id } = request;
    const entered = await enterOrganisation(all, actor, { act, organisation: id });
    if (!entered.ok) {
      const found = await all.partners.lock(id);
      const decided = found !== null && found.state !== 'partner-asked';
      const member = actor.holds.some(({ role }) => role === 'steering-member');
      return decided && member ? refuse({ kind: 'decided-meanwhile', state: found.state }) : entered;
    }
    if (entered.value.organisation.version !== request.version) return refuse({ kind: 'changed-meanwhile' });
    if (request.vote === null) return refuse({ kind: 'vote-missing' });
    const reason = readText(request.reason, { field: 'motif', most: PARTNER_REASON_LIMIT });
    if (!reason.ok) return reason;
    // What they hold was asked before the organisation was locked.
    const seat = await all.partners.seatOf('steering', actor.id);
    if (seat === null) return refuse({ kind: 'not-in-committee' });
    if (!(await all.partners.votersOn(id)).includes(actor.id)) return refuse({ kind: 'own-organisation' });
    const needed = neededOn(await all.partners.rules('steering'), dayIn(now, 'Europe/Paris'));
    if (needed === null) return refuse({ kind: 'no-rule' });
    await all.partners.vote(id, { seat: seat.id, vote: request.vote, reason: reason.value, at: now });
    const votes = await all.partners.votes(id);
    const decided = partnerDecision(votes, needed);
    const state = decided === null ? 'partner-asked' : (`partner-${decided}` as const);
    if (state !== 'partner-asked') {
      const votesFor = votes.filter((vote) => vote === 'for').length;
      const counted = { votesFor, votesAgainst: votes.length - votesFor, votesNeeded: needed };
      await all.partners.decide(id, state, { at: now, ...counted });
      await tellDecided(all, {
        organisation: entered.value.organisation,
        decided: { accepted: state === 'partner-accepted', votes: counted },
        but: actor.id,
        at: now,
      });
    }
    await tellJournal(all, actor, {
      act,
      role: entered.value.role,
      subject: { kind: 'partner', id },
      says: { seat: seat.id, vote: request.vote, reason: reason.value, state },
      at: now,
    });
    return accept({ state });
  });
}
