/**
 * Rights on follow-up committees, the events of a follow-up, its questions and letters. The concerns of an act on one side's
 * behalf are those of that side alone: its collective, the place, or the list. Somebody who is of both speaks for the town hall only
 * (../../committee/side.ts).
 */
import { section } from './rights.ts';

/** Of a committee: `proposed` by one side, `active` once both want it, `closed`. Of minutes: `minutes-open` until both agreed. */
export const COMMITTEE_STATES = ['proposed', 'active', 'closed', 'minutes-open', 'minutes-agreed'] as const;

const COMMITTEE = ['proposed', 'active', 'closed'] as const;
const LIVING = ['proposed', 'active'] as const;
const MINUTES = ['minutes-open', 'minutes-agreed'] as const;

/** Who speaks for a side: gives its yes. */
const speaking = <States>(states: States) => ({
  'collective-coordinator': states,
  'elected-official': states,
  'municipal-agent': states,
});
/** Everybody of a side. */
const ofSides = <States>(states: States) => ({ 'collective-member': states, ...speaking(states) });
/** And whoever was named in the committee, accepted and has not left: `self`. */
const sitting = <States>(states: States) => ({ ...ofSides(states), self: states });

export const COMMITTEE_RIGHTS = section<(typeof COMMITTEE_STATES)[number]>()({
  'see-committee': { ...sitting(COMMITTEE), 'national-team': COMMITTEE, operator: COMMITTEE, job: COMMITTEE },
  'propose-committee': speaking(['none'] as const),
  // By the other side than the one that proposed it.
  'accept-committee': speaking(['proposed'] as const),
  'close-committee': speaking(LIVING),
  // Each side names its own; residents and associations are named by either.
  'name-committee-member': ofSides(LIVING),
  'answer-committee-invitation': { person: LIVING },
  'remove-committee-member': ofSides(LIVING),
  'leave-committee': { self: LIVING },

  'call-committee-meeting': ofSides(['active'] as const),
  'propose-agenda-item': sitting(['active'] as const),
  // Minutes are seen by who sits in the committee, by everybody once both sides agreed.
  'see-minutes': {
    anyone: ['minutes-agreed'],
    ...sitting(MINUTES),
    'national-team': MINUTES,
    operator: MINUTES,
    job: MINUTES,
  },
  'write-minutes': ofSides(['minutes-open'] as const),
  'agree-minutes': speaking(['minutes-open'] as const),
  // What both decided gets done after they agreed: either says so, also of a committee that is closed.
  'settle-committee-decision': ofSides(['minutes-agreed'] as const),

  // Each for its own side: what happened, and what was asked.
  // A list that signed is bound by its word, in opposition too: it tells its own meetings and replies, under its own name.
  'write-follow-up-event': { ...ofSides(['none'] as const), 'list-representative': ['none'] },
  'see-private-event': { ...ofSides(['none'] as const), 'list-representative': ['none'] },
  'ask-follow-up-question': ofSides(['none'] as const),
  // In the name of the committee.
  'ask-committee-question': sitting(['active'] as const),
  'answer-follow-up-question': ofSides(['none'] as const),
  'write-letter': { 'collective-member': ['none'] },

  // Whoever proves an address, or is signed in with it; one link in each mail ends it.
  'follow-deadlines': { anyone: ['none'] },
  'leave-deadlines': { anyone: ['none'] },
  'remind-deadlines': { job: ['none'], operator: ['none'] },
});
