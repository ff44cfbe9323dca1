/** A meeting of a follow-up committee: when and where, what is on its agenda, what was written of it. */
import type { Voice } from '../follow-up/assessment.ts';
import type { DecisionStanding } from './decision-state.ts';
import type { Minutes, MinutesYes } from './minutes.ts';

export type MeetingWords = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly location: string;
  readonly open: boolean;
};

export type Meeting = MeetingWords & {
  readonly id: number;
  readonly number: number;
  readonly uid: string;
  readonly revision: number;
  readonly changedAt: Date;
  readonly cancelledAt: Date | null;
  readonly agenda: readonly AgendaItem[];
  /** Null: nothing is written yet. */
  readonly minutes: KeptMinutes | null;
};

export type AgendaItem = {
  readonly id: number;
  readonly words: string;
  readonly about: { readonly edition: string; readonly item: string } | null;
  readonly proposedAs: Voice | 'member';
};

export type KeptMinutes = {
  readonly revision: number;
  readonly content: Minutes;
  readonly writtenAt: Date;
  readonly agreedAt: Date | null;
  readonly said: readonly MinutesYes[];
  /** Of each decision of `content`, in its order; empty until both sides agreed. */
  readonly standings: readonly DecisionStanding[];
};
