/** Rights on partner organisations, what they support, technical sheets, and the national committees. What is decided needs none to be read. */
import { PARTNER_STATES } from '../../partners/organisation.ts';
import { section } from './rights.ts';

export { PARTNER_STATES };

const JOINED = ['partner-accepted'] as const;
const HERE = ['partner-asked', 'partner-accepted'] as const;

export const PARTNER_RIGHTS = section<(typeof PARTNER_STATES)[number]>()({
  'ask-partnership': { person: ['none'] },
  'see-partner-requests': { 'steering-member': ['none'], 'national-team': ['none'] },
  // The steering committee accepts, not the team. That nobody decides on their own is looked at in the act.
  'vote-on-partner': { 'steering-member': ['partner-asked'] },
  'see-organisation-space': { partner: ['partner-asked', 'partner-accepted'] },
  'change-organisation': { partner: HERE },
  // The last who spoke for it may have left.
  'change-representatives': { partner: JOINED, 'national-team': JOINED },
  'show-representative': { partner: HERE },
  'end-partnership': { partner: HERE, 'national-team': JOINED },
  endorse: { partner: JOINED },
  'withdraw-endorsement': { partner: JOINED },
  // `none`: a sheet of the team's own.
  'write-sheet': { partner: JOINED, 'national-team': ['none'] },
  'confirm-sheet': { partner: JOINED, 'national-team': ['none'] },
  // The team may take away what should not be shown, whoever wrote it.
  'withdraw-sheet': { partner: JOINED, 'national-team': ['none', ...PARTNER_STATES] },
  'see-national-committees': { 'national-team': ['none'] },
  'name-national-member': { 'national-team': ['none'] },
  'end-national-member': { 'national-team': ['none'] },
  'show-national-member': { self: ['none'] },
  'set-national-rule': { 'national-team': ['none'] },
  'record-national-decision': { 'national-team': ['none'] },
  'correct-national-decision': { 'national-team': ['none'] },
});
