/** A municipal plan and its actions, in their own words. */
import { sql } from 'kysely';
import type { Quotation } from '#domain/pact/commitment.ts';
import type { ActionField, Axis, Council, Money, WrittenDate } from '#domain/plan/plan.ts';
import type { Db } from './connection.ts';
import { jsonDocument, toDocumentRef, type DocumentRef, type JsonDocument } from './documents.ts';
import { jsonCorrections, toCorrections, type Correction } from './earlier-readings.ts';
import { toProvenance, type Provenance } from './provenance.ts';
import { selectPlans, toPlanRef, type ActionRef, type PlanRef } from './views.ts';

export type ActionSummary = {
  readonly id: number;
  /** The corrected number; what the sheet prints stands beside. */
  readonly number: string;
  readonly printedNumber: string;
  readonly title: string;
  readonly axis: string | null;
  readonly subAxis: string | null;
  readonly labels: readonly string[];
  /** As written. */
  readonly calendar: string | null;
  readonly amounts: readonly Money[];
};

/** A plan without its axes and actions: what most of its addresses need. */
export type PlanHead = {
  readonly plan: PlanRef;
  readonly provenance: Provenance;
  /** Null: published here, from no document. */
  readonly document: DocumentRef | null;
  /** When the reading shown replaced another, oldest first. */
  readonly corrections: readonly Correction[];
  readonly council: Council;
};

export type PlanPage = PlanHead & {
  readonly axes: readonly Axis[];
  /** In the order of the document. */
  readonly actions: readonly ActionSummary[];
};

const SUMMARY = [
  'action.id',
  'action.number',
  'action.printedNumber',
  'action.title',
  'action.axis',
  'action.subAxis',
  'action.labels',
  'action.calendar',
  'action.amounts',
] as const;

/** One query. Null when there is no such plan. */
export async function planHead(db: Db, id: number): Promise<PlanHead | null> {
  const found = await selectPlans(db)
    .select(jsonDocument('plan'))
    .select(jsonCorrections('plan'))
    .select(['plan.councilItem', 'plan.councilRapporteur', 'plan.councilDecision'])
    .where('plan.id', '=', id)
    .executeTakeFirst();
  if (found === undefined) return null;
  return {
    plan: toPlanRef(found),
    provenance: toProvenance(found),
    document: documentIn(found.document),
    corrections: toCorrections(found.corrections),
    council: {
      date: found.councilDate,
      item: found.councilItem,
      rapporteur: found.councilRapporteur,
      decision: found.councilDecision,
    },
  };
}

export async function planAxes(db: Db, id: number): Promise<readonly Axis[]> {
  return await db
    .selectFrom('axis')
    .select(['number', 'title', 'subAxes'])
    .where('planId', '=', id)
    .orderBy('ordinal')
    .execute();
}

/** Three queries. Null when there is no such plan. */
export async function planPage(db: Db, { id }: { readonly id: number }): Promise<PlanPage | null> {
  const [head, axes, actions] = await Promise.all([
    planHead(db, id),
    planAxes(db, id),
    db.selectFrom('action').select(SUMMARY).where('planId', '=', id).orderBy('ordinal').execute(),
  ]);
  return head === null ? null : { ...head, axes, actions };
}

export type ActionView = ActionSummary & {
  /** When the town hall last said how far it is; null: it never did. */
  readonly newsAt: Date | null;
  readonly fields: Readonly<Record<ActionField, string | null>>;
  readonly dates: readonly WrittenDate[];
  /** Numbers of other actions that the sheet names, as written. */
  readonly relatedActions: readonly string[];
  readonly quotations: readonly Quotation[];
};

export type ActionPage = {
  readonly plan: PlanRef;
  readonly provenance: Provenance;
  /** Null: published here, from no document. */
  readonly document: DocumentRef | null;
  readonly action: ActionView;
  /** Those of `relatedActions` that the plan holds. */
  readonly related: readonly ActionRef[];
  /** Promises that a person linked to this action; `item`: `m15`, `pA`, `l412`; `local`: the words of a local one. */
  readonly commitments: readonly { readonly edition: string; readonly item: string; readonly local: string | null }[];
  readonly previous: ActionRef | null;
  readonly next: ActionRef | null;
};

/** Three queries, whatever the size of the plan. Found through it; null when it has no action of this number. */
export async function actionPage(
  db: Db,
  { plan, number }: { readonly plan: number; readonly number: string },
): Promise<ActionPage | null> {
  const [parent, action] = await Promise.all([
    selectPlans(db).select(jsonDocument('plan')).where('plan.id', '=', plan).executeTakeFirst(),
    db
      .selectFrom('action')
      .select(SUMMARY)
      .select(['ordinal', 'newsAt', 'fields', 'dates', 'relatedActions', 'quotations'])
      .select(
        sql<{ edition: string; item: string; local: string | null }[]>`(
          select coalesce(jsonb_agg(jsonb_build_object('edition', l.edition, 'item', l.item,
                   'local', (select c.text from local_commitment c where 'l' || c.id = l.item))
                   order by l.edition, left(l.item, 1), length(l.item), l.item), '[]')
          from action_commitment l where l.action_id = action.id
        )`.as('commitments'),
      )
      .where('planId', '=', plan)
      .where('number', '=', number)
      .executeTakeFirst(),
  ]);
  if (parent === undefined || action === undefined) return null;
  const ref = toPlanRef(parent);
  const { commitments, ordinal, ...view } = action;
  const around = await actionsAround(db, { plan, ordinal, related: view.relatedActions });
  const refsOf = (side: 'previous' | 'next' | 'related'): readonly ActionRef[] =>
    around
      .filter((row) => row[side])
      .map(({ id, number: named, title }) => {
        return { id, number: named, title, plan: ref.id, planSlug: ref.slug, planTitle: ref.title };
      });
  return {
    plan: ref,
    provenance: toProvenance(parent),
    document: documentIn(parent.document),
    action: view,
    related: refsOf('related'),
    commitments,
    previous: refsOf('previous')[0] ?? null,
    next: refsOf('next')[0] ?? null,
  };
}

type Around = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly previous: boolean;
  readonly next: boolean;
  readonly related: boolean;
};

/** The actions beside one in its plan, and those that it names, in the order of the plan. */
async function actionsAround(
  db: Db,
  of: { readonly plan: number; readonly ordinal: number; readonly related: readonly string[] },
): Promise<readonly Around[]> {
  const { rows } = await sql<Around>`
    with beside as (
      select (select max(ordinal) from action where plan_id = ${of.plan} and ordinal < ${of.ordinal}) as previous,
        (select min(ordinal) from action where plan_id = ${of.plan} and ordinal > ${of.ordinal}) as next)
    select a.id, a.number, a.title, coalesce(a.ordinal = beside.previous, false) as previous,
      coalesce(a.ordinal = beside.next, false) as next, a.number = any(${[...of.related]}::text[]) as related
    from action a, beside
    where a.plan_id = ${of.plan}
      and (a.ordinal in (beside.previous, beside.next) or a.number = any(${[...of.related]}::text[]))
    order by a.ordinal`.execute(db);
  return rows;
}

function documentIn(document: JsonDocument | null): DocumentRef | null {
  return document === null ? null : toDocumentRef(document);
}
