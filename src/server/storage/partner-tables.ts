/** Tables of migration 0105. */
import type { Generated } from 'kysely';
import type { DecisionDocument, NationalCommittee } from '#domain/partners/national-committee.ts';
import type { PartnerProof, PartnerState, PartnerVote } from '#domain/partners/organisation.ts';
import type { SheetLicence, SheetWords } from '#domain/partners/sheet.ts';
import type { JsonColumn } from './json-column.ts';

export type PartnerTables = {
  organisation: {
    id: Generated<number>;
    name: string;
    nameKey: string;
    website: string;
    websiteKey: string;
    about: string;
    state: PartnerState;
    proof: PartnerProof;
    version: Generated<number>;
    askedAt: Date;
    decidedAt: Date | null;
    votesFor: number | null;
    votesAgainst: number | null;
    votesNeeded: number | null;
    endedAt: Date | null;
    endedReason: string | null;
    endedAs: 'partner' | 'national-team' | null;
  };
  organisationVersion: {
    organisationId: number;
    version: number;
    name: string;
    website: string;
    about: string;
    saidAt: Date;
  };
  organisationRepresentative: {
    id: Generated<number>;
    organisationId: number;
    personId: string | null;
    quality: string;
    shownName: string | null;
    since: Date;
    until: Date | null;
  };
  nationalMember: {
    id: Generated<number>;
    committee: NationalCommittee;
    personId: string | null;
    quality: string;
    organisation: string;
    organisationId: number | null;
    shownName: string | null;
    since: string;
    until: string | null;
    namedAt: Date;
  };
  nationalRule: { committee: NationalCommittee; since: string; votesNeeded: number; saidAt: Date };
  partnerVote: { organisationId: number; memberId: number; vote: PartnerVote; reason: string; at: Date };
  nationalDecision: {
    id: Generated<number>;
    committee: NationalCommittee;
    decidedOn: string;
    what: string;
    why: string;
    documents: JsonColumn<readonly DecisionDocument[]>;
    version: Generated<number>;
    saidAt: Date;
  };
  nationalDecisionBefore: {
    decisionId: number;
    version: number;
    decidedOn: string;
    what: string;
    why: string;
    documents: JsonColumn<readonly DecisionDocument[]>;
    saidAt: Date;
    correctedAt: Date;
    reason: string;
  };
  endorsement: {
    id: Generated<number>;
    organisationId: number;
    edition: string;
    measure: number | null;
    endorsedAt: Date;
    withdrawnAt: Date | null;
    withdrawnReason: string | null;
  };
  measureSheet: {
    id: Generated<number>;
    edition: string;
    measure: number;
    organisationId: number | null;
    carriedFrom: number | null;
    version: Generated<number>;
    writtenAt: Date;
    withdrawnAt: Date | null;
    withdrawnReason: string | null;
  };
  measureSheetVersion: {
    sheetId: number;
    version: number;
    title: string;
    words: JsonColumn<SheetWords>;
    licence: SheetLicence;
    reason: string;
    saidAt: Date;
  };
  measureSheetConfirmed: {
    sheetId: number;
    edition: string;
    measure: number;
    version: number;
    confirmedAt: Date;
  };
};
