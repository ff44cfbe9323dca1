/** Technical sheets as they stand, and what the national committees decided, page by page, for open data. */
import type { DecisionDocument, NationalCommittee } from '#domain/partners/national-committee.ts';
import type { SheetLicence, SheetWords } from '#domain/partners/sheet.ts';
import type { Db } from './connection.ts';

type Paged = { readonly after: number; readonly limit: number };

export type SheetsWanted = {
  readonly id?: number;
  readonly organisation?: number;
  readonly edition?: string;
  readonly measure?: number;
};

export type OpenSheetRow = {
  readonly id: number;
  readonly edition: string;
  readonly measure: number;
  /** Null: the national team wrote it. */
  readonly organisation: number | null;
  readonly name: string | null;
  readonly carriedFrom: number | null;
  readonly version: number;
  readonly writtenAt: Date;
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
  /** Null: taken away, its words are shown no more. */
  readonly says: {
    readonly title: string;
    readonly words: SheetWords;
    readonly licence: SheetLicence;
    readonly saidAt: Date;
  } | null;
};

/** By number above `after`; those that were taken away too. One query. */
export async function openSheetRows(
  db: Db,
  { after, limit, id, organisation, edition, measure }: SheetsWanted & Paged,
): Promise<readonly OpenSheetRow[]> {
  const rows = await db
    .selectFrom('measureSheet as sheet')
    .innerJoin('measureSheetVersion as said', (join) =>
      join.onRef('said.sheetId', '=', 'sheet.id').onRef('said.version', '=', 'sheet.version'),
    )
    .leftJoin('organisation', 'organisation.id', 'sheet.organisationId')
    .select(['sheet.id', 'sheet.edition', 'sheet.measure', 'sheet.organisationId as organisation', 'sheet.carriedFrom'])
    .select(['sheet.version', 'sheet.writtenAt', 'sheet.withdrawnAt', 'sheet.withdrawnReason', 'organisation.name'])
    .select(['said.title', 'said.words', 'said.licence', 'said.saidAt'])
    .where('sheet.id', '>', after)
    .$if(id !== undefined, (query) => query.where('sheet.id', '=', id ?? 0))
    .$if(organisation !== undefined, (query) => query.where('sheet.organisationId', '=', organisation ?? 0))
    .$if(edition !== undefined, (query) => query.where('sheet.edition', '=', edition ?? ''))
    .$if(measure !== undefined, (query) => query.where('sheet.measure', '=', measure ?? 0))
    .orderBy('sheet.id')
    .limit(limit)
    .execute();
  return rows.map(({ withdrawnAt, withdrawnReason, title, words, licence, saidAt, ...sheet }) => ({
    ...sheet,
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason ?? '' },
    says: withdrawnAt === null ? { title, words, licence, saidAt } : null,
  }));
}

export type OpenDecisionRow = {
  readonly id: number;
  readonly committee: NationalCommittee;
  /** YYYY-MM-DD */
  readonly decidedOn: string;
  readonly what: string;
  readonly why: string;
  readonly documents: readonly DecisionDocument[];
  readonly version: number;
  readonly saidAt: Date;
};

/** By number above `after`, as they are told today. One query. */
export async function openDecisionRows(
  db: Db,
  { after, limit, id, committee }: Paged & { readonly id?: number; readonly committee?: NationalCommittee },
): Promise<readonly OpenDecisionRow[]> {
  return await db
    .selectFrom('nationalDecision')
    .select(['id', 'committee', 'decidedOn', 'what', 'why', 'documents', 'version', 'saidAt'])
    .where('id', '>', after)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? 0))
    .$if(committee !== undefined, (query) => query.where('committee', '=', committee ?? 'steering'))
    .orderBy('id')
    .limit(limit)
    .execute();
}
