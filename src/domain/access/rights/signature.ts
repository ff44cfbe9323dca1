/**
 * Rights on agreed texts and their signatures. The concerns of an act on one side's behalf are those of that side alone:
 * its collective, or its list or place.
 */
import { SIGNING_STATES } from '../../signature/signing-state.ts';
import { section } from './rights.ts';

export const SIGNATURE_STATES = SIGNING_STATES;

const ALWAYS = SIGNATURE_STATES;
/** Signatures are awaited, or could be again. */
const OPEN = ['waiting', 'declined', 'expired'] as const;
const WAITING = ['waiting'] as const;
const COMPLETE = ['complete'] as const;

/** Who speaks for a side. */
const speaking = <States>(states: States) => ({
  'collective-coordinator': states,
  'list-representative': states,
  'elected-official': states,
  'municipal-agent': states,
});
/** Everybody of a side, and whoever is asked to sign. */
const taking = <States>(states: States) => ({
  signatory: states,
  'collective-member': states,
  ...speaking(states),
});

export const SIGNATURE_RIGHTS = section<(typeof SIGNATURE_STATES)[number]>()({
  // Public once everybody signed.
  'see-signing': { anyone: COMPLETE, ...taking(ALWAYS), 'national-team': ALWAYS, operator: ALWAYS, job: ALWAYS },
  'name-signatory': speaking(['waiting', 'declined'] as const),
  // Taking somebody off, in place of another or not; what was declined becomes open again.
  'remove-signatory': speaking(OPEN),
  'invite-again': speaking(WAITING),
  'sign-text': { signatory: WAITING },
  'decline-signing': { signatory: WAITING },
  // Also once sealed: the name stays in the sealed file, and the suspension is shown beside it.
  'contest-signature': { signatory: ALWAYS },
  'report-signature': { anyone: COMPLETE },
  'settle-contest': { 'national-team': ALWAYS, operator: ALWAYS },
  'extend-signing': speaking(OPEN),
  'cancel-signing': speaking(OPEN),
  'add-paper': taking(WAITING),
  'confirm-paper': taking(WAITING),
  // It bears handwritten signatures: whoever is of neither side never sees it, unless both sides chose so.
  'see-paper': { ...taking(ALWAYS), 'national-team': ALWAYS },
  'show-paper': speaking(COMPLETE),
  renounce: speaking(COMPLETE),
  // Whoever may open a negotiation: the collective asks, as it does for a first text.
  'open-addendum': { 'collective-member': COMPLETE, 'collective-coordinator': COMPLETE },
  'remind-signatories': { job: WAITING },
  'tell-expired': { job: ['expired'] },
  'seal-text': { job: COMPLETE, operator: COMPLETE },
  'forget-signatories': { job: ALWAYS, operator: ALWAYS },
});
