/**
 * A consultation: for a fixed time, whoever confirms an e-mail address says what they think of the measures of an edition
 * that is being written, in words (./contribution.ts) and by votes (./count.ts).
 *
 * It is about words that do not move: those of the draft when it was announced are kept with it. What the workbench
 * changes meanwhile is shown beside them, never in their place.
 */
import type { Change } from '../workbench/change.ts';
import type { MeasureWords, Origin } from '../workbench/draft.ts';
import type { FrozenCount } from './count.ts';
import type { HeadPart } from './head-part.ts';

export type Consultation = {
  readonly id: number;
  /** The number of the draft (../workbench/draft.ts). */
  readonly draft: number;
  /** Whose local edition it is about: its coordinators run it. Null: a national one. */
  readonly collective: number | null;
  readonly title: string;
  /** What it asks, in the words of whoever announced it. */
  readonly words: string;
  /** Days included, in `CONSULTATION_ZONE`; the instants are the same. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly opensAt: Date;
  /** From then on nothing is taken any more. */
  readonly closesAt: Date;
  readonly cancelled: { readonly at: Date; readonly reason: string } | null;
  /** Null until it is counted. */
  readonly count: { readonly at: Date; readonly sha256: string; readonly frozen: FrozenCount } | null;
};

/** One clock for the whole country: it closes for everybody at the same instant, midnight in Paris. */
export const CONSULTATION_ZONE = 'Europe/Paris';

/** In days, both included. */
export const CONSULTATION_DAYS = { least: 7, most: 366 } as const;

/** From the closing to the count by itself: time to look at what arrived in the last hours. */
export const DAYS_TO_LOOK = 3;

export const CONSULTATION_PHASES = [
  'consultation-planned',
  'consultation-open',
  'consultation-closed',
  'consultation-counted',
  'consultation-cancelled',
] as const;
export type ConsultationPhase = (typeof CONSULTATION_PHASES)[number];

type Clocked = Pick<Consultation, 'opensAt' | 'closesAt'> & {
  readonly cancelled: object | null;
  readonly count: object | null;
};

export function phaseOf({ opensAt, closesAt, cancelled, count }: Clocked, now: Date): ConsultationPhase {
  if (cancelled !== null) return 'consultation-cancelled';
  if (count !== null) return 'consultation-counted';
  if (now < opensAt) return 'consultation-planned';
  return now < closesAt ? 'consultation-open' : 'consultation-closed';
}

/** One measure that the consultation is about, or one part of the head, as it stood when it was announced. */
export type ConsultedMeasure = {
  /** The number of its row in the draft: `m12` of a vote. A part of the head takes one that no measure has. */
  readonly id: number;
  readonly position: number;
  readonly number: number | null;
  /** Null: the draft takes it out, and that is what people speak of. */
  readonly words: MeasureWords | null;
  readonly origins: readonly Origin[];
  readonly change: Change;
  /** Why it changes, as the draft said; '' when it said nothing. */
  readonly reason: string;
  /** Null for a measure. A part of the head has no words of its own here, no number and no origin. */
  readonly part: HeadPart | null;
};
