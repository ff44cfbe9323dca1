/** The tables of plans being worked on, of the directory of a place and of published versions. Their rules: 0050, 0051. */
import type { ColumnType, Generated } from 'kysely';
import type {
  ActionStatus,
  AmountLine,
  Funding,
  Participation,
  Priority,
  SheetRole,
  SheetText,
} from '#domain/plan/action-sheet.ts';
import type { EntryKind } from '#domain/plan/directory-entry.ts';
import type { AsWritten } from '#domain/plan/published-sheet.ts';
import type { JsonColumn } from './json-column.ts';

export type WorkingPlanTables = {
  directoryEntry: {
    id: Generated<number>;
    municipalityCode: string | null;
    groupingSiren: string | null;
    kind: EntryKind;
    name: string;
    isElected: boolean;
    isPublic: boolean;
    email: string | null;
    leftOn: string | null;
    mergedInto: number | null;
    version: Generated<number>;
    createdAt: Date;
  };
  workingPlan: {
    id: Generated<number>;
    municipalityCode: string | null;
    groupingSiren: string | null;
    title: string;
    introduction: string;
    version: Generated<number>;
    changes: Generated<number>;
    createdAt: Date;
    createdBy: string;
    archivedAt: Date | null;
  };
  workingAxis: {
    id: Generated<number>;
    planId: number;
    parentId: number | null;
    ordinal: number;
    number: string;
    title: string;
    description: string;
  };
  workingAction: {
    id: Generated<number>;
    planId: number;
    axisId: number | null;
    ordinal: number;
    number: string;
    title: string;
    status: ActionStatus | null;
    blockedWhy: string | null;
    blockedUnblocks: string | null;
    priority: Priority | null;
    startsOn: string | null;
    endsOn: string | null;
    visibility: 'public' | 'private';
    participation: Participation | null;
    texts: JsonColumn<Readonly<Partial<Record<SheetText, string>>>>;
    amounts: JsonColumn<readonly AmountLine[]>;
    asWritten: ColumnType<AsWritten | null, string | null, string | null>;
    version: Generated<number>;
    createdAt: Date;
    changedAt: Date;
    newsAt: Date | null;
    removedAt: Date | null;
  };
  workingRole: { actionId: number; role: SheetRole; entryId: number; ordinal: number };
  workingFunding: {
    id: Generated<number>;
    actionId: number;
    ordinal: number;
    funderId: number;
    call: string;
    deadline: string | null;
    state: Funding['state'];
    euros: string | null;
  };
  workingStep: {
    id: Generated<number>;
    actionId: number;
    ordinal: number;
    title: string;
    status: ActionStatus | null;
    endsOn: string | null;
  };
  workingDocument: {
    id: Generated<number>;
    actionId: number;
    documentId: number;
    title: string;
    visibility: 'public' | 'private';
    addedAt: Date;
    addedBy: string;
  };
  workingLink: { actionId: number; edition: string; item: string; linkedBy: string; linkedAt: Date };
  planVersion: {
    planId: number;
    number: number;
    publishedAt: Date;
    publishedBy: string;
    note: string;
    changes: number;
    /** Kept character for character. */
    content: ColumnType<unknown, string, never>;
    sha256: string;
    adoptedOn: string | null;
    deliberation: string | null;
    deliberationDocumentId: number | null;
  };
};
