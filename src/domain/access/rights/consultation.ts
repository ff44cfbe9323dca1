/**
 * Rights in a consultation on an edition that is being written. Reading one needs no right. Whoever confirmed an address takes
 * part; the national team announces, moderates and answers, and has no vote that anybody else has not.
 */
import { CONSULTATION_PHASES } from '../../consultation/consultation.ts';
import { section } from './rights.ts';

export const CONSULTATION_STATES = CONSULTATION_PHASES;

const PLANNED = ['consultation-planned'] as const;
const OPEN = ['consultation-open'] as const;
const CLOSED = ['consultation-closed'] as const;
const BEFORE_THE_COUNT = [...OPEN, ...CLOSED] as const;
const SINCE_OPEN = [...BEFORE_THE_COUNT, 'consultation-counted'] as const;
/** A cancelled one stays readable, with what was written in it. */
const READABLE = [...SINCE_OPEN, 'consultation-cancelled'] as const;

export const CONSULTATION_RIGHTS = section<(typeof CONSULTATION_STATES)[number]>()({
  'see-consultation-desk': { 'national-team': ['none'], operator: ['none'] },
  'announce-consultation': { 'national-team': ['none'], operator: ['none'] },
  // Once it is open, its question and its days do not move any more.
  'change-consultation': { 'national-team': PLANNED, operator: PLANNED },
  'cancel-consultation': { 'national-team': [...PLANNED, ...OPEN], operator: [...PLANNED, ...OPEN] },
  'take-part': { anyone: OPEN },
  'vote-in-consultation': { participant: OPEN },
  contribute: { participant: OPEN },
  'withdraw-contribution': { participant: READABLE },
  'stop-being-told': { participant: READABLE },
  'report-contribution': { anyone: READABLE },
  'settle-contribution-report': { 'national-team': READABLE, operator: READABLE },
  'hide-contribution': { 'national-team': READABLE, operator: READABLE },
  'answer-contribution': { 'national-team': SINCE_OPEN, operator: SINCE_OPEN },
  // With a reason that is public; never after the count.
  'withdraw-participations': { 'national-team': BEFORE_THE_COUNT, operator: BEFORE_THE_COUNT },
  'count-consultation': { 'national-team': CLOSED, operator: CLOSED, job: CLOSED },
});
