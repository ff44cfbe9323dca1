/**
 * Municipal plans as kept. Rows are written once by `insertPlan`, inside the act of publishing; pages read them
 * through ./plan-page.ts.
 */
import { sql, type Generated } from 'kysely';
import type { Quotation } from '#domain/pact/commitment.ts';
import type { ActionField, Money, Plan, WrittenDate } from '#domain/plan/plan.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import type { JsonColumn } from './json-column.ts';
import { codeOf, type NewProvenance } from './pacts.ts';
import type { KeptReading, ProvenanceColumns } from './provenance.ts';

export type PlanTables = {
  plan: ProvenanceColumns & {
    id: Generated<number>;
    municipalityCode: string | null;
    groupingSiren: string | null;
    title: string;
    councilDate: string | null;
    councilItem: string | null;
    councilRapporteur: string | null;
    councilDecision: string | null;
    axisCount: number;
    actionCount: number;
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
  };
  planReading: { planId: number; reading: JsonColumn<KeptReading> };
  actionMeasure: { actionId: number; edition: string; measure: number; linkedBy: string; linkedAt: Date };
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

/** Writes the whole plan; call inside a transaction. */
export async function insertPlan(db: Db, { plan, provenance, reading }: NewPlan): Promise<number> {
  const { id } = await db
    .insertInto('plan')
    .values({
      municipalityCode: plan.place.kind === 'municipality' ? plan.place.code : null,
      groupingSiren: plan.place.kind === 'grouping' ? plan.place.siren : null,
      title: plan.title,
      councilDate: plan.council.date,
      councilItem: plan.council.item,
      councilRapporteur: plan.council.rapporteur,
      councilDecision: plan.council.decision,
      axisCount: plan.axes.length,
      actionCount: plan.actions.length,
      documentId: provenance.document,
      readAt: provenance.readAt,
      readerVersion: provenance.readerVersion,
      reviewedAt: provenance.reviewed?.at ?? null,
      reviewedBy: provenance.reviewed?.by ?? null,
      publishedAt: provenance.publishedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
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
  if (actions.length > 0) await db.insertInto('action').values(actions).execute();
  return id;
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

export type NewLink = { action: number; edition: string; measure: number; linkedBy: string; linkedAt: Date };

/** False: a person had already made this link. */
export async function linkActionToMeasure(db: Db, { action, ...link }: NewLink): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('actionMeasure')
    .values({ actionId: action, ...link })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
