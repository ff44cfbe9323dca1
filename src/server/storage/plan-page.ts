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

export type PlanPage = {
  readonly plan: PlanRef;
  readonly provenance: Provenance;
  /** Null: published here, from no document. */
  readonly document: DocumentRef | null;
  /** When the reading shown replaced another, oldest first. */
  readonly corrections: readonly Correction[];
  readonly council: Council;
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

/** Three queries. Null when there is no such plan. */
export async function planPage(db: Db, { id }: { readonly id: number }): Promise<PlanPage | null> {
  const [found, axes, actions] = await Promise.all([
    selectPlans(db)
      .select(jsonDocument('plan'))
      .select(jsonCorrections('plan'))
      .select(['plan.councilItem', 'plan.councilRapporteur', 'plan.councilDecision'])
      .where('plan.id', '=', id)
      .executeTakeFirst(),
    db.selectFrom('axis').select(['number', 'title', 'subAxes']).where('planId', '=', id).orderBy('ordinal').execute(),
    db.selectFrom('action').select(SUMMARY).where('planId', '=', id).orderBy('ordinal').execute(),
  ]);
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
    axes,
    actions,
  };
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

/** Three queries. Found through its plan; null when that plan has no such action. */
export async function actionPage(
  db: Db,
  { plan, id }: { readonly plan: number; readonly id: number },
): Promise<ActionPage | null> {
  const [parent, action, siblings] = await Promise.all([
    selectPlans(db).select(jsonDocument('plan')).where('plan.id', '=', plan).executeTakeFirst(),
    db
      .selectFrom('action')
      .select(SUMMARY)
      .select(['newsAt', 'fields', 'dates', 'relatedActions', 'quotations'])
      .select(
        sql<{ edition: string; item: string; local: string | null }[]>`(
          select coalesce(jsonb_agg(jsonb_build_object('edition', l.edition, 'item', l.item,
                   'local', (select c.text from local_commitment c where 'l' || c.id = l.item))
                   order by l.edition, left(l.item, 1), length(l.item), l.item), '[]')
          from action_commitment l where l.action_id = action.id
        )`.as('commitments'),
      )
      .where('planId', '=', plan)
      .where('id', '=', id)
      .executeTakeFirst(),
    db.selectFrom('action').select(['id', 'number', 'title']).where('planId', '=', plan).orderBy('ordinal').execute(),
  ]);
  if (parent === undefined || action === undefined) return null;
  const ref = toPlanRef(parent);
  const toRef = (row: { id: number; number: string; title: string }): ActionRef => ({
    ...row,
    plan: ref.id,
    planSlug: ref.slug,
    planTitle: ref.title,
  });
  const { commitments, ...view } = action;
  const place = siblings.findIndex((sibling) => sibling.id === id);
  const before = siblings[place - 1];
  const after = siblings[place + 1];
  return {
    plan: ref,
    provenance: toProvenance(parent),
    document: documentIn(parent.document),
    action: view,
    related: siblings.filter(({ number }) => view.relatedActions.includes(number)).map(toRef),
    commitments,
    previous: before === undefined ? null : toRef(before),
    next: after === undefined ? null : toRef(after),
  };
}

function documentIn(document: JsonDocument | null): DocumentRef | null {
  return document === null ? null : toDocumentRef(document);
}
