/** The tables of follow-up committees: migrations 0067 and 0089. */
import type { Generated } from 'kysely';
import type { CommitteeState, Quality } from '#domain/committee/committee.ts';
import type { DecisionState } from '#domain/committee/decision-state.ts';
import type { Minutes } from '#domain/committee/minutes.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { JsonColumn } from './json-column.ts';

export type CommitteeTables = {
  committee: {
    id: Generated<number>;
    municipalityCode: string | null;
    groupingSiren: string | null;
    collectiveId: number;
    state: CommitteeState;
    proposedBy: Voice;
    words: string;
    proposedAt: Date;
    acceptedAt: Date | null;
    closedAt: Date | null;
    closedBy: Voice | null;
    closedReason: string | null;
  };
  committeeMember: {
    id: Generated<number>;
    committeeId: number;
    quality: Quality;
    namedBy: Voice;
    name: string;
    organisation: string;
    namePublic: boolean;
    email: string | null;
    tokenHash: string | null;
    expiresAt: Date | null;
    personId: string | null;
    namedAt: Date;
    acceptedAt: Date | null;
    leftAt: Date | null;
    leftHow: 'left' | 'removed' | null;
  };
  committeeMeeting: {
    id: Generated<number>;
    committeeId: number;
    number: number;
    uid: string;
    revision: Generated<number>;
    startsAt: Date;
    endsAt: Date;
    zone: string;
    location: string;
    open: boolean;
    changedAt: Date;
    cancelledAt: Date | null;
  };
  committeeAgendaItem: {
    id: Generated<number>;
    meetingId: number;
    words: string;
    edition: string | null;
    item: string | null;
    proposedAs: Voice | 'member';
    proposedBy: string;
    proposedAt: Date;
    removedAt: Date | null;
  };
  committeeMinutes: {
    meetingId: number;
    revision: number;
    content: JsonColumn<Minutes>;
    writtenAt: Date;
    writtenBy: string;
    agreedAt: Date | null;
  };
  committeeMinutesYes: { meetingId: number; voice: Voice; revision: number; personId: string | null; saidAt: Date };
  committeeDecision: {
    id: Generated<number>;
    meetingId: number;
    ordinal: number;
    words: string;
    edition: string | null;
    items: string[];
    who: string;
    dueOn: string | null;
    state: Generated<DecisionState>;
    stateAt: Date | null;
    stateVoice: Voice | null;
    stateBy: string | null;
  };
};
