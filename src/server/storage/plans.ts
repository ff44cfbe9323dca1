/**
 * Municipal plans as kept. Rows are written once by `insertPlan`, inside the act of publishing; pages read them
 * through ./plan-page.ts.
 */
import { sql, type ColumnType, type Generated } from 'kysely';
import type { Quotation } from '#domain/pact/commitment.ts';
import type { ActionSheet, ActionStatus, Participation, Priority } from '#domain/plan/action-sheet.ts';
import type { PublishedSheet } from '#domain/plan/published-sheet.ts';
import type { ActionField, Money, Plan, WrittenDate } from '#domain/plan/plan.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { forgetLooseLinks } from './action-commitments.ts';
import type { Db } from './connection.ts';
import type { JsonColumn } from './json-column.ts';
import { placeColumns, placeIn, type LockedPublished } from './places.ts';
import { provenanceColumns, type KeptReading, type NewProvenance, type ProvenanceColumns } from './provenance.ts';

export type PlanTables = {
  plan: Omit<ProvenanceColumns, 'documentId' | 'readerVersion'> & {
    id: Generated<number>;
    /** Null: it was made here, nothing was read. */
    documentId: number | null;
    readerVersion: string | null;
    municipalityCode: string | null;
    groupingSiren: string | null;
    title: string;
    councilDate: string | null;
    councilItem: string | null;
    councilRapporteur: string | null;
    councilDecision: string | null;
    axisCount: number;
    actionCount: number;
    /** Of what the town hall published here (./plan-versions.ts); null: nothing but what a document says. */
    version: number | null;
    introduction: string | null;
    adoptedOn: string | null;
    deliberation: string | null;
  };
  axis: {
    planId: number;
    ordinal: number;
    number: string;
    title: string;
    subAxes: JsonColumn<readonly { readonly title: string }[]>;
  };
  action: {
    id: Generated<number>;
    planId: number;
    ordinal: number;
    number: string;
    printedNumber: string;
    title: string;
    axis: string | null;
    subAxis: string | null;
    labels: string[];
    calendar: string | null;
    fields: JsonColumn<Readonly<Record<ActionField, string | null>>>;
    amounts: JsonColumn<readonly Money[]>;
    dates: JsonColumn<readonly WrittenDate[]>;
    relatedActions: string[];
    quotations: JsonColumn<readonly Quotation[]>;
    status: ActionStatus | null;
    blocked: ColumnType<ActionSheet['blocked'], string | null, string | null>;
    priority: Priority | null;
    startsOn: string | null;
    endsOn: string | null;
    participation: Participation | null;
    newsAt: Date | null;
    /** Null, as all the typed columns: read from a document, never published here. */
    sheet: ColumnType<PublishedSheet | null, string | null | undefined, string | null>;
  };
  planReading: { planId: number; reading: JsonColumn<KeptReading> };
};

export type NewPlan = { readonly plan: Plan; readonly provenance: NewProvenance; readonly reading: KeptReading };

/** The id of the plan that this place already published from the same file; null when there is none. */
export async function findSamePlan(db: Db, same: { place: PlaceCode; document: number }): Promise<number | null> {
  const row = await db
    .selectFrom('plan')
    .select('id')
    .where(sql<string>`coalesce(municipality_code, grouping_siren)`, '=', codeOf(same.place))
    .where('documentId', '=', same.document)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Its place; nobody else changes this plan before the end of the transaction. */
export async function lockPlan(db: Db, id: number): Promise<LockedPublished | null> {
  const row = await db
    .selectFrom('plan')
    .select(['documentId', 'municipalityCode', 'groupingSiren', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  // What a town hall published here is its own word: another version says more, nothing is corrected in its place.
  const signedHere = row.version !== null;
  return { document: row.documentId, place: placeIn(row), signedOn: null, termFrom: null, signedHere };
}

/** Writes the whole plan; call inside a transaction. */
export async function insertPlan(db: Db, given: NewPlan): Promise<number> {
  const { id } = await db
    .insertInto('plan')
    .values({ ...planRow(given), publishedAt: given.provenance.publishedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertParts(db, id, given, new Map());
  return id;
}

/**
 * Puts another reading under the number of a plan. An action that both readings number alike stays the same one, with
 * the measures that people linked to it; returns how many links went with actions that are no longer there. Call inside
 * a transaction, once the reading before was kept (./earlier-readings.ts).
 */
export async function replacePlan(db: Db, id: number, given: NewPlan): Promise<number> {
  const before = await db.selectFrom('action').select(['id', 'number']).where('planId', '=', id).execute();
  await deleteParts(db, id);
  await db.updateTable('plan').set(planRow(given)).where('id', '=', id).execute();
  await insertParts(db, id, given, new Map(before.map((action) => [action.number, action.id])));
  return await forgetLooseLinks(db, before);
}

/** Call inside a transaction, once the reading was kept (./earlier-readings.ts). */
export async function deletePlan(db: Db, id: number): Promise<void> {
  const before = await db.selectFrom('action').select('id').where('planId', '=', id).execute();
  await deleteParts(db, id);
  await forgetLooseLinks(db, before);
  await db.deleteFrom('plan').where('id', '=', id).execute();
}

async function deleteParts(db: Db, id: number): Promise<void> {
  for (const part of ['planReading', 'axis', 'action'] as const) {
    await db.deleteFrom(part).where('planId', '=', id).execute();
  }
}

function planRow({ plan, provenance }: NewPlan) {
  return {
    ...placeColumns(plan.place),
    ...provenanceColumns(provenance),
    title: plan.title,
    councilDate: plan.council.date,
    councilItem: plan.council.item,
    councilRapporteur: plan.council.rapporteur,
    councilDecision: plan.council.decision,
    axisCount: plan.axes.length,
    actionCount: plan.actions.length,
  };
}

/** `numbers`: the row of an action before, by its number. */
async function insertParts(
  db: Db,
  id: number,
  { plan, reading }: NewPlan,
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  await db
    .insertInto('planReading')
    .values({ planId: id, reading: JSON.stringify(reading) })
    .execute();
  const axes = plan.axes.map(({ number, title, subAxes }, index) => ({
    planId: id,
    ordinal: index + 1,
    number,
    title,
    subAxes: JSON.stringify(subAxes.map((subAxis) => ({ title: subAxis.title }))),
  }));
  if (axes.length > 0) await db.insertInto('axis').values(axes).execute();
  const actions = plan.actions.map((action, index) => ({
    planId: id,
    ordinal: index + 1,
    number: action.number,
    printedNumber: action.printedNumber,
    title: action.title,
    axis: action.axis,
    subAxis: action.subAxis,
    labels: [...action.labels],
    calendar: action.fields.calendar,
    fields: JSON.stringify(action.fields),
    amounts: JSON.stringify(action.amounts),
    dates: JSON.stringify(action.dates),
    relatedActions: [...action.relatedActions],
    quotations: JSON.stringify(action.quotations),
  }));
  // Apart: a list of rows has the same columns in each.
  const known = actions.flatMap((row) => {
    const before = numbers.get(row.number);
    return before === undefined ? [] : [{ id: before, ...row }];
  });
  const added = actions.filter((row) => !numbers.has(row.number));
  if (known.length > 0) await db.insertInto('action').values(known).execute();
  if (added.length > 0) await db.insertInto('action').values(added).execute();
}

/** An action looked up through its plan. */
export async function findAction(db: Db, wanted: { plan: number; number: string }): Promise<number | null> {
  const row = await db
    .selectFrom('action')
    .select('id')
    .where('planId', '=', wanted.plan)
    .where('number', '=', wanted.number)
    .executeTakeFirst();
  return row?.id ?? null;
}
