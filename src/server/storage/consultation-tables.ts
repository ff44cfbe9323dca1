/** The tables of consultations: migrations 0098, 0118 and 0127. */
import type { Generated } from 'kysely';
import type { Answer, ContributionKind } from '#domain/consultation/contribution.ts';
import type { BallotStanding, Choice, FrozenCount } from '#domain/consultation/count.ts';
import type { HeadPart } from '#domain/consultation/head-part.ts';
import type { Change } from '#domain/workbench/change.ts';
import type { MeasureWords, Origin } from '#domain/workbench/draft.ts';
import type { JsonColumn } from './json-column.ts';

export type ConsultationTables = {
  consultation: {
    id: Generated<number>;
    draftId: number;
    title: string;
    words: string;
    opensOn: string;
    closesOn: string;
    opensAt: Date;
    closesAt: Date;
    announcedAt: Date;
    cancelledAt: Date | null;
    cancelledReason: string | null;
    digestKey: Buffer | null;
    frozen: JsonColumn<FrozenCount> | null;
    sha256: string | null;
    countedAt: Date | null;
  };
  consultationMeasure: {
    consultationId: number;
    draftMeasureId: number;
    position: number;
    number: number | null;
    words: JsonColumn<MeasureWords> | null;
    origins: JsonColumn<readonly Origin[]>;
    change: Change;
    reason: string;
    part: JsonColumn<HeadPart> | null;
  };
  participationWithdrawal: {
    id: Generated<number>;
    consultationId: number;
    reason: string;
    participations: number;
    ballots: number;
    withdrawnAt: Date;
  };
  participation: {
    id: Generated<number>;
    consultationId: number;
    boxDigest: string | null;
    domain: string | null;
    personId: string | null;
    confirmedAt: Date;
    withdrawalId: number | null;
  };
  participationPass: { tokenHash: string; participationId: number; givenAt: Date };
  consultationVote: {
    consultationId: number;
    participationId: number | null;
    object: string;
    choice: Choice;
    standing: Generated<BallotStanding>;
  };
  contribution: {
    id: Generated<number>;
    consultationId: number;
    kind: ContributionKind;
    draftMeasureId: number | null;
    spot: string | null;
    base: string | null;
    title: string | null;
    words: string;
    because: string;
    shownName: string | null;
    participationId: number;
    saidAt: Date;
    toldTo: string | null;
    withdrawnAt: Date | null;
    hiddenAt: Date | null;
    hiddenReason: string | null;
    answer: Answer | null;
    answerWords: string | null;
    answerMeasureId: number | null;
    answeredAt: Date | null;
    answers: Generated<number>;
  };
  contributionAnswerBefore: {
    id: Generated<number>;
    contributionId: number;
    answer: Answer;
    words: string;
    measureId: number | null;
    answeredAt: Date;
    replacedAt: Date;
  };
  contributionReport: {
    id: Generated<number>;
    contributionId: number;
    reason: string;
    reportedAt: Date;
    settledAt: Date | null;
  };
};
