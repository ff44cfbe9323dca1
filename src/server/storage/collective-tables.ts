/** The tables of collectives, of their members and of what they do together: migrations 0030 and 0031. */
import type { Generated } from 'kysely';
import type { CollectiveState } from '#domain/collective/collective.ts';
import type { FoundOnList, MemberRole } from '#domain/collective/membership.ts';
import type { VoteOption, VoteResult } from '#domain/collective/priority-vote.ts';
import type { Readiness } from '#domain/collective/wish.ts';
import type { JsonColumn } from './json-column.ts';

export type CollectiveTables = {
  collective: {
    id: Generated<number>;
    name: string;
    slug: string;
    description: Generated<string>;
    state: CollectiveState;
    charterVersion: string;
    requestedAt: Date;
    confirmedAt: Date | null;
    confirmedBy: 'national-team' | 'operator' | null;
    dormantSince: Date | null;
    carriedBy: number | null;
    carriedSince: Date | null;
    closedAt: Date | null;
    closedReason: string | null;
  };
  collectivePlace: { collectiveId: number; municipalityCode: string | null; groupingSiren: string | null };
  collectiveMember: {
    collectiveId: number;
    personId: string;
    role: MemberRole;
    name: string;
    namePublic: boolean;
    joinedAt: Date;
    foundOnLists: JsonColumn<readonly FoundOnList[]> | null;
    foundOnListsAt: Date | null;
    namesakeSince: Date | null;
  };
  collectiveInvitation: {
    id: Generated<number>;
    collectiveId: number;
    tokenHash: string;
    email: string | null;
    invitedBy: string;
    invitedAt: Date;
    expiresAt: Date;
    usedAt: Date | null;
    withdrawnAt: Date | null;
  };
  collectiveJoinRequest: {
    id: Generated<number>;
    collectiveId: number;
    personId: string;
    name: string;
    message: string;
    foundOnLists: JsonColumn<readonly FoundOnList[]> | null;
    askedAt: Date;
    answer: 'accepted' | 'declined' | 'withdrawn' | null;
    answeredAt: Date | null;
  };
  coordinatorRemoval: {
    id: Generated<number>;
    collectiveId: number;
    personId: string;
    askedBy: string;
    askedAt: Date;
    reason: string;
    outcome: 'removed' | 'kept' | 'withdrawn' | null;
    settledBy: 'coordinators' | 'national-team' | null;
    settledAt: Date | null;
  };
  coordinatorRemovalVoice: { removalId: number; personId: string; agrees: boolean; saidAt: Date };
  collectiveTakeover: {
    id: Generated<number>;
    collectiveId: number;
    neighbourId: number;
    proposedAt: Date;
    message: string;
    answer: 'accepted' | 'declined' | 'withdrawn' | null;
    answeredAt: Date | null;
  };
  agendaEntry: {
    id: Generated<number>;
    collectiveId: number;
    uid: string;
    revision: Generated<number>;
    title: string;
    location: string;
    description: string;
    startsAt: Date;
    endsAt: Date;
    zone: string;
    changedAt: Date;
    cancelledAt: Date | null;
  };
  localMeasure: {
    id: Generated<number>;
    collectiveId: number;
    number: number;
    text: string;
    edition: string;
    relatedMeasures: number[];
    writtenAt: Date;
    withdrawnAt: Date | null;
  };
  pactWish: {
    id: Generated<number>;
    municipalityCode: string;
    email: string;
    readiness: Readiness;
    wishedAt: Date;
    stopToken: string;
    toldPossibleAt: Date | null;
    toldFoundedAt: Date | null;
  };
  priorityVote: {
    id: Generated<number>;
    collectiveId: number;
    edition: string;
    options: JsonColumn<readonly VoteOption[]>;
    choices: number;
    opensOn: string;
    closesOn: string;
    zone: string;
    opensAt: Date;
    closesAt: Date;
    population: number | null;
    digestKey: Buffer | null;
    announcedAt: Date;
    cancelledAt: Date | null;
    result: JsonColumn<VoteResult> | null;
    countedAt: Date | null;
  };
  priorityBallot: {
    id: Generated<number>;
    voteId: number;
    emailDigest: string | null;
    options: string[];
    castAt: Date;
  };
  collectivePriority: {
    collectiveId: number;
    ordinal: number;
    edition: string;
    measure: number | null;
    localMeasureId: number | null;
  };
};
