/** Rights on collectives, wishes for a pact, members and priorities. */
import { section } from './rights.ts';

/**
 * Of a collective: `requested` (nobody confirmed it yet), `active`, `dormant`; nothing is done in a closed one. Of a
 * vote on priorities: `vote-planned`, `vote-open`, `vote-closed`.
 */
export const COLLECTIVE_STATES = [
  'requested',
  'active',
  'dormant',
  'closed',
  'vote-planned',
  'vote-open',
  'vote-closed',
] as const;

const LIVING = ['requested', 'active', 'dormant'] as const;
const CONFIRMED = ['active', 'dormant'] as const;

export const COLLECTIVE_RIGHTS = section<(typeof COLLECTIVE_STATES)[number]>()({
  // Where no collective is there yet; the address is proved by its code.
  'wish-pact': { anyone: ['none'] },
  'take-back-wish': { anyone: ['none'] },

  'found-collective': { person: ['none'] },
  'confirm-collective': { 'national-team': ['requested'], operator: ['requested'] },
  'decline-collective': { 'national-team': ['requested'], operator: ['requested'] },
  'see-collectives-to-help': { 'national-team': ['none'], operator: ['none'] },
  'see-collective-space': { 'collective-member': LIVING },
  'describe-collective': { 'collective-coordinator': LIVING },
  // A collective is confirmed for its places: another one is confirmed too.
  'add-place': { 'national-team': LIVING, operator: LIVING },

  'invite-member': { 'collective-coordinator': LIVING },
  'take-back-invitation': { 'collective-coordinator': LIVING },
  'accept-invitation': { person: LIVING },
  'ask-to-join': { person: CONFIRMED },
  'take-back-join-request': { self: CONFIRMED },
  'answer-join-request': { 'collective-coordinator': LIVING },
  'choose-own-name': { 'collective-member': LIVING },
  'leave-collective': { 'collective-member': LIVING },
  'say-namesake': { 'collective-coordinator': LIVING },
  'check-members': { job: LIVING, operator: LIVING },
  'forget-late-invitations': { job: ['none'], operator: ['none'] },
  'remove-member': { 'collective-coordinator': LIVING },

  // The team names somebody where nobody coordinates any more.
  'name-coordinator': { 'collective-coordinator': LIVING, 'national-team': LIVING, operator: LIVING },
  'give-up-coordination': { 'collective-coordinator': LIVING },
  'ask-coordinator-removal': { 'collective-coordinator': LIVING },
  'answer-coordinator-removal': { 'collective-coordinator': LIVING },
  'settle-coordinator-removal': { 'national-team': LIVING, operator: LIVING },

  // Told by mail to the coordinators: anyone whose address is proved.
  'write-to-collective': { anyone: CONFIRMED },
  'write-agenda': { 'collective-member': CONFIRMED },

  'write-local-measure': { 'collective-member': CONFIRMED },
  'announce-priority-vote': { 'collective-coordinator': CONFIRMED },
  'cancel-priority-vote': { 'collective-coordinator': ['vote-planned', 'vote-open'] },
  'cast-ballot': { anyone: ['vote-open'] },
  'count-priority-vote': { job: ['vote-closed'], operator: ['vote-closed'] },
  'choose-priorities': { 'collective-member': CONFIRMED },

  'wake-collective': { job: ['dormant'], operator: ['dormant'] },
  'let-collective-sleep': { job: ['active'], operator: ['active'] },
  'propose-takeover': { 'national-team': ['dormant'], operator: ['dormant'] },
  // Its state is that of the neighbour, which is asked.
  'answer-takeover': { 'collective-coordinator': ['active'] },
});
