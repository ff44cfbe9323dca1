/**
 * Rights in a consultation on an edition that is being written. Reading one needs no right. Whoever confirmed an address takes
 * part; the national team announces, moderates and answers, and has no vote that anybody else has not. So do the coordinators
 * of a collective for its own local edition, by the same rules: the concerns of an act are that collective, and none of a
 * national edition.
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

/** Whoever runs a consultation. */
const run = <const States extends readonly string[]>(states: States) =>
  ({ 'collective-coordinator': states, 'national-team': states, operator: states }) as const;

export const CONSULTATION_RIGHTS = section<(typeof CONSULTATION_STATES)[number]>()({
  'see-consultation-desk': run(['none']),
  'announce-consultation': run(['none']),
  // Once it is open, its question and its days do not move any more.
  'change-consultation': run(PLANNED),
  'cancel-consultation': run([...PLANNED, ...OPEN]),
  'take-part': { anyone: OPEN },
  'vote-in-consultation': { participant: OPEN },
  contribute: { participant: OPEN },
  'withdraw-contribution': { participant: READABLE },
  'stop-being-told': { participant: READABLE },
  'report-contribution': { anyone: READABLE },
  'settle-contribution-report': run(READABLE),
  'hide-contribution': run(READABLE),
  'show-contribution': run(READABLE),
  'answer-contribution': run(SINCE_OPEN),
  // With a reason that is public; never after the count.
  'withdraw-participations': run(BEFORE_THE_COUNT),
  'count-consultation': { ...run(CLOSED), job: CLOSED },
});
