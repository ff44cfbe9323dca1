/** The tables of what is said of promises. Their rules: migration 0060. */
import type { Generated } from 'kysely';
import type { Role } from '#domain/access/gate.ts';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import type { LevelStatus } from '#domain/follow-up/levels.ts';
import type { JsonColumn } from './json-column.ts';

export type AssessmentTables = {
  assessment: {
    id: Generated<number>;
    pactId: number;
    item: string;
    voice: Voice;
    version: number;
    status: AssessmentStatus;
    levels: JsonColumn<readonly LevelStatus[]>;
    beforeMandate: boolean;
    sentence: string;
    evidence: JsonColumn<readonly EvidenceItem[]>;
    assessedOn: string;
    saidAt: Date;
    saidAs: Role;
    saidFor: string;
    collectiveId: number | null;
    method: string;
    reviewId: number | null;
    answersTo: number | null;
  };
  assessmentAuthor: { assessmentId: number; personId: string };
  assessmentConfirmation: {
    id: Generated<number>;
    assessmentId: number;
    confirmedOn: string;
    confirmedAt: Date;
    saidAs: Role;
    saidFor: string;
    personId: string | null;
  };
  latestAssessment: {
    pactId: number;
    item: string;
    voice: Voice;
    assessmentId: number;
    status: AssessmentStatus;
    beforeMandate: boolean;
    lookedOn: string;
  };
  remark: {
    id: Generated<number>;
    pactId: number;
    item: string;
    name: string | null;
    quality: string;
    sentence: string;
    evidence: JsonColumn<readonly EvidenceItem[]>;
    saidAt: Date;
    personId: string | null;
    withdrawnAt: Date | null;
    hiddenAt: Date | null;
    hiddenReason: string | null;
  };
  saidReport: {
    id: Generated<number>;
    remarkId: number | null;
    assessmentId: number | null;
    documentId: number | null;
    reason: string;
    reportedAt: Date;
    settledAt: Date | null;
  };
  evidenceDocument: {
    documentId: number;
    usedBy: string;
    hiddenAt: Date | null;
    hiddenReason: string | null;
  };
  replyRightTold: { pactId: number; voice: Voice; toldAt: Date };
};
