/** Tables of migrations 0111 and 0132. */
import type { Generated } from 'kysely';
import type { ItemState } from '#domain/bulk-entry/entry-item.ts';
import type { LineProblem, SaidLine } from '#domain/bulk-entry/entry-line.ts';
import type { EntryReason, EntryContent } from '#domain/bulk-entry/kept-entry.ts';
import type { JsonColumn } from './json-column.ts';

export type BulkEntryTables = {
  bulkEntry: {
    id: Generated<number>;
    kind: 'documents' | 'table';
    filename: string;
    sha256: string;
    byteCount: number;
    broughtBy: string;
    broughtAt: Date;
    expiresAt: Date;
    forgottenAt: Date | null;
    said: JsonColumn<EntryContent>;
  };
  bulkEntryItem: {
    id: Generated<number>;
    entryId: number;
    position: number;
    line: number | null;
    said: JsonColumn<SaidLine>;
    problems: JsonColumn<readonly LineProblem[]>;
    filename: string | null;
    documentId: number | null;
    sha256: string | null;
    municipalityCode: string | null;
    groupingSiren: string | null;
    edition: string | null;
    signedOn: string | null;
    state: ItemState;
    why: JsonColumn<EntryReason<unknown>> | null;
    startedAt: Date | null;
    tries: Generated<number>;
    draftId: number | null;
    pactId: number | null;
    claimedBy: string | null;
    claimedAt: Date | null;
  };
};
