/** What is kept of a consultation beside what it says: as the acts need it. */
import type { Consultation, ConsultedMeasure } from './consultation.ts';
import type { ContributionKind } from './contribution.ts';
import type { ConsultedPart } from './head-part.ts';

export type AnnouncedConsultation = Pick<
  Consultation,
  'draft' | 'title' | 'words' | 'opensOn' | 'closesOn' | 'opensAt' | 'closesAt'
> & { readonly measures: readonly ConsultedMeasure[]; readonly head: readonly ConsultedPart[] };

/** As the workbench has it now. */
export type ConsultedDraft = {
  readonly title: string;
  /** Whose local edition it would be; null: a national one. */
  readonly collective: number | null;
  readonly measures: readonly ConsultedMeasure[];
  readonly head: readonly ConsultedPart[];
};

/** Participations that were taken out together: how many, how many votes, how much that they wrote. */
export type WithdrawnParticipations = {
  readonly withdrawal: number;
  readonly participations: number;
  readonly ballots: number;
  readonly contributions: number;
  /** Of what they wrote, by number: whose author asked to be told. */
  readonly toTell: readonly number[];
};

export type Participation = { readonly id: number; readonly withdrawn: boolean };

export type KeptContribution = {
  readonly id: number;
  readonly kind: ContributionKind;
  /** Its title, or the one of the measure that it is about. */
  readonly about: string;
  readonly participation: number;
  readonly toldTo: string | null;
  readonly withdrawn: boolean;
  readonly hidden: boolean;
  /** How many answers were given; the last one stands. */
  readonly answers: number;
};

export type ReportedContribution = {
  readonly id: number;
  readonly consultation: number;
  readonly contribution: number;
  readonly about: string;
  readonly words: string;
  readonly reason: string;
  readonly reportedAt: Date;
};
