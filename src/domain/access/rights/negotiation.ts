/**
 * Rights on negotiations. Each side is concerned by its own: a collective, a list, or the place of a council. What a negotiation
 * looks like before the counterpart was asked is the carrier's alone.
 */
import { NEGOTIATION_STATES as STATES } from '../../negotiation/progress.ts';
import { section } from './rights.ts';

export const NEGOTIATION_STATES = STATES;

const ALWAYS = NEGOTIATION_STATES;
const ASKED = ['asked', 'under-way', 'frozen', 'declined', 'ended'] as const;
const WORKED_ON = ['prepared', 'asked', 'under-way'] as const;
const UNDER_WAY = ['under-way'] as const;

const carrier = <States>(states: States) => ({ 'collective-coordinator': states, 'collective-member': states });
const counterpart = <States>(states: States) => ({
  'list-representative': states,
  'elected-official': states,
  'municipal-agent': states,
});
/** Who binds the counterpart: an agent prepares and answers, and commits nobody. */
const deciding = <States>(states: States) => ({ 'list-representative': states, 'elected-official': states });

export const NEGOTIATION_RIGHTS = section<(typeof NEGOTIATION_STATES)[number]>()({
  'open-negotiation': carrier(['none']),
  'see-negotiation': { ...carrier(ALWAYS), ...counterpart(ASKED) },
  'ask-counterpart': { 'collective-coordinator': ['prepared', 'asked'] },
  // Also after having declined: one may change one's mind.
  'answer-request': deciding(['asked', 'declined']),
  'say-position': { ...carrier(WORKED_ON), ...counterpart(UNDER_WAY) },
  // What the counterpart said in a meeting or on paper, while nobody of it has come here.
  'speak-for-counterpart': { 'collective-coordinator': ['asked', 'under-way'] },
  'comment-negotiation': { ...carrier(UNDER_WAY), ...counterpart(UNDER_WAY) },
  'send-round': { ...carrier(UNDER_WAY), ...counterpart(UNDER_WAY) },
  'say-yes-to-text': { 'collective-coordinator': UNDER_WAY, ...deciding(UNDER_WAY) },
  'end-negotiation': { 'collective-coordinator': WORKED_ON, ...deciding(UNDER_WAY) },
  'report-words': { ...carrier(ASKED), ...counterpart(ASKED) },
  'see-reports': { 'national-team': ['none'], operator: ['none'] },
  'settle-report': { 'national-team': ['none'], operator: ['none'] },
});
