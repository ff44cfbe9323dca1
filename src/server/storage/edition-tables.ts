/** The tables of editions made in the workbench: migrations 0094 and 0095. */
import type { ColumnType, Generated } from 'kysely';
import type { Edition } from '#domain/charter/edition.ts';
import type { NoteDecision } from '#domain/workbench/carried-notes.ts';
import type { Change } from '#domain/workbench/change.ts';
import type { DraftHead, MeasureWords, Origin } from '#domain/workbench/draft.ts';
import type { Withdrawer } from '#domain/workbench/withdrawal.ts';
import type { JsonColumn } from './json-column.ts';

export type EditionTables = {
  editionDraft: {
    id: Generated<number>;
    editionId: string;
    charter: string;
    basedOn: string | null;
    collectiveId: number | null;
    title: string;
    year: number;
    head: JsonColumn<DraftHead>;
    version: Generated<number>;
    createdAt: Date;
    publishedAt: Date | null;
    abandonedAt: Date | null;
  };
  draftMeasure: {
    id: Generated<number>;
    draftId: number;
    position: number;
    number: number | null;
    origins: JsonColumn<readonly Origin[]>;
    words: JsonColumn<MeasureWords> | null;
    keptWords: JsonColumn<MeasureWords> | null;
    themes: JsonColumn<Readonly<Record<string, string>>>;
    notes: JsonColumn<readonly NoteDecision[]>;
    reason: string;
    version: Generated<number>;
    mergedInto: number | null;
    brought: ColumnType<readonly Origin[], string | undefined, string>;
  };
  edition: {
    id: string;
    content: JsonColumn<Edition>;
    sha256: string;
    publishedAt: Date;
    publishedAs: string;
    draftId: number;
  };
  editionWithdrawal: { edition: string; withdrawnBy: Withdrawer; withdrawnAt: Date; reason: string };
  measureOrigin: {
    edition: string;
    measure: number | null;
    fromEdition: string | null;
    fromMeasure: number | null;
    change: Change;
    reason: string;
  };
};
