/** Plans as published, written straight where everybody reads: for tests and measures of pages, whatever their size. */
import type { PlanOverview, PlanRow, RowName } from '#domain/plan/plan-row.ts';
import type { PublishedName, PublishedSheet } from '#domain/plan/published-sheet.ts';
import { SHEET_TEXTS, type SheetText } from '#domain/plan/action-sheet.ts';
import type { Db } from '#server/storage/connection.ts';

export type PublishedPlanGiven = PlanOverview & {
  readonly municipality: string;
  readonly title: string;
  readonly texts?: Readonly<Partial<Record<SheetText, string>>>;
};

/** The number of the plan. */
export async function writePublishedPlan(db: Db, given: PublishedPlanGiven): Promise<number> {
  const { axes, rows, municipality, title } = given;
  const at = new Date('2028-01-10T09:00:00Z');
  const { id } = await db
    .insertInto('plan')
    .values({
      municipalityCode: municipality,
      groupingSiren: null,
      title,
      councilDate: null,
      councilItem: null,
      councilRapporteur: null,
      councilDecision: null,
      axisCount: axes.length,
      actionCount: rows.length,
      documentId: null,
      readerVersion: null,
      readAt: at,
      reviewedAt: null,
      reviewedBy: null,
      publishedAt: at,
      version: 1,
      introduction: 'Ce plan suit le pacte signé.',
      adoptedOn: null,
      deliberation: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('planVersion')
    .values({
      planId: id,
      number: 1,
      publishedAt: at,
      publishedBy: 'p-example',
      note: '',
      changes: 0,
      content: '{}',
      sha256: '0'.repeat(64),
      adoptedOn: null,
      deliberation: null,
      deliberationDocumentId: null,
    })
    .execute();
  const tops = axes.filter(({ parent }) => parent === null);
  if (tops.length > 0) {
    await db
      .insertInto('axis')
      .values(
        tops.map((axis, index) => ({
          planId: id,
          ordinal: index + 1,
          number: axis.number,
          title: axis.title,
          subAxes: JSON.stringify(
            axes.filter(({ parent }) => parent === axis.id).map((under) => ({ title: under.title })),
          ),
        })),
      )
      .execute();
  }
  if (rows.length > 0) {
    await db
      .insertInto('action')
      .values(rows.map((row, index) => actionRow(id, { row, ordinal: index + 1, given })))
      .execute();
  }
  return id;
}

function actionRow(
  planId: number,
  { row, ordinal, given }: { row: PlanRow; ordinal: number; given: PublishedPlanGiven },
) {
  const path = [];
  for (let axis = row.axis; axis !== null;) {
    const found = given.axes.find(({ id }) => id === axis);
    if (found === undefined) break;
    path.unshift({ number: found.number, title: found.title });
    axis = found.parent;
  }
  const names = (all: readonly RowName[]): readonly PublishedName[] =>
    all.map((name) => (name.kind === 'someone' ? name : { kind: name.kind, name: name.name }));
  const texts = Object.fromEntries(SHEET_TEXTS.map((text) => [text, given.texts?.[text] ?? null]));
  const sheet: PublishedSheet = {
    number: row.number,
    title: row.title,
    axisPath: path,
    status: row.status,
    blocked: row.blocked,
    priority: row.priority,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    participation: null,
    texts: texts as PublishedSheet['texts'],
    roles: {
      lead: names(row.leads),
      referent: names(row.referents),
      service: names(row.services),
      structure: [],
      partner: [],
    },
    amounts: row.amounts,
    fundings: [],
    steps: [],
    documents: [],
    links: [],
    asWritten: null,
  };
  return {
    planId,
    ordinal,
    number: row.number,
    printedNumber: row.number,
    title: row.title,
    axis: path[0]?.number ?? null,
    subAxis: path[1]?.title ?? null,
    labels: [],
    calendar: null,
    fields: JSON.stringify({}),
    amounts: JSON.stringify([]),
    dates: JSON.stringify([]),
    relatedActions: [],
    quotations: JSON.stringify([]),
    status: row.status,
    blocked: row.blocked === null ? null : JSON.stringify(row.blocked),
    priority: row.priority,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    participation: null,
    newsAt: row.newsAt,
    sheet: JSON.stringify(sheet),
  };
}
