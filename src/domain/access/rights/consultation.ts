/**
 * Rights in a consultation on an edition that is being written. Reading one needs no right. Whoever confirmed an address takes
 * part, and nobody has a vote that others have not. One on a national edition is run by the national team. One on the local
 * edition of a collective is its coordinators' alone to announce, to change, to answer in and to count: its concerns are that
 * collective, and its states are its own. The national team moderates it, or cancels it, as it does wherever people write.
 */
import { CONSULTATION_PHASES } from '../../consultation/consultation.ts';
import { section } from './rights.ts';

type Phase = (typeof CONSULTATION_PHASES)[number];

const local = <const P extends Phase>(phase: P): `local-${P}` => `local-${phase}`;

export const CONSULTATION_STATES = [
  ...CONSULTATION_PHASES,
  ...CONSULTATION_PHASES.map((phase) => local(phase)),
] as const;

/** What is consulted, while it may still be: ./workbench.ts. */
type DraftState = 'edition-open' | 'local-edition-open';

const PLANNED = ['consultation-planned'] as const;
const OPEN = ['consultation-open'] as const;
const CLOSED = ['consultation-closed'] as const;
const BEFORE_THE_COUNT = [...OPEN, ...CLOSED] as const;
const SINCE_OPEN = [...BEFORE_THE_COUNT, 'consultation-counted'] as const;
/** A cancelled one stays readable, with what was written in it. */
const READABLE = [...SINCE_OPEN, 'consultation-cancelled'] as const;

const both = (phases: readonly Phase[]) => [...phases, ...phases.map((phase) => local(phase))];

/** Whoever it belongs to. */
const run = (phases: readonly Phase[]) => ({
  'collective-coordinator': phases.map((phase) => local(phase)),
  'national-team': phases,
  operator: phases,
});

/** What people write and how they take part. */
const moderate = (phases: readonly Phase[]) => ({
  'collective-coordinator': phases.map((phase) => local(phase)),
  'national-team': both(phases),
  operator: both(phases),
});

export const CONSULTATION_RIGHTS = section<(typeof CONSULTATION_STATES)[number] | DraftState>()({
  'see-consultation-desk': { 'collective-coordinator': ['none'], 'national-team': ['none'], operator: ['none'] },
  'announce-consultation': {
    'collective-coordinator': ['local-edition-open'],
    'national-team': ['edition-open'],
    operator: ['edition-open'],
  },
  // Once it is open, its question and its days do not move any more.
  'change-consultation': run(PLANNED),
  'cancel-consultation': moderate([...PLANNED, ...OPEN]),
  'take-part': { anyone: both(OPEN) },
  'vote-in-consultation': { participant: both(OPEN) },
  contribute: { participant: both(OPEN) },
  'withdraw-contribution': { participant: both(READABLE) },
  'stop-being-told': { participant: both(READABLE) },
  'report-contribution': { anyone: both(READABLE) },
  'settle-contribution-report': moderate(READABLE),
  'hide-contribution': moderate(READABLE),
  'show-contribution': moderate(READABLE),
  'answer-contribution': run(SINCE_OPEN),
  // With a reason that is public; never after the count.
  'withdraw-participations': moderate(BEFORE_THE_COUNT),
  'count-consultation': { ...run(CLOSED), job: both(CLOSED) },
});
