/**
 * Rights on what is said of a promise after the signature. Each voice speaks for itself alone: the concerns of
 * `assess-as-collective` are the collectives of the place, those of `assess-as-town-hall` are who made the promise.
 */
import { section } from './rights.ts';

/**
 * `in-office`: the pact binds the municipality (its council signed, its list governs, or nobody said what became of the
 * list). `in-opposition`: its list does not govern, and stays bound to its word. `not-promised`: nothing to follow.
 */
export const FOLLOW_UP_STATES = ['in-office', 'in-opposition', 'not-promised'] as const;

const FOLLOWED = ['in-office', 'in-opposition'] as const;
const IN_OFFICE = ['in-office'] as const;

export const FOLLOW_UP_RIGHTS = section<(typeof FOLLOW_UP_STATES)[number]>()({
  'assess-as-collective': { 'collective-member': FOLLOWED, 'collective-coordinator': FOLLOWED },
  // The town hall never answers for a list that does not govern: its own representatives do.
  'assess-as-town-hall': {
    'elected-official': IN_OFFICE,
    'municipal-agent': IN_OFFICE,
    'list-representative': FOLLOWED,
  },
  // What waits for an answer, to those who may give it.
  'tell-unanswered': { job: FOLLOWED, operator: FOLLOWED },
  // Somebody else who knows: signed in, and named.
  'add-remark': { person: FOLLOWED },
  'withdraw-remark': { self: FOLLOWED },
  'report-remark': { anyone: FOLLOWED },
  // Neither side hides what is said of it.
  'hide-remark': { 'national-team': FOLLOWED, operator: FOLLOWED },
  'report-evidence': { anyone: FOLLOWED },
  // A photograph of somebody, a page with a private address: the words stay, the file goes, and it is said.
  'hide-evidence': { 'national-team': FOLLOWED, operator: FOLLOWED },
});
