/** Public plans that were read in a document, as a town hall takes them up. */
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { PlanToTakeUp } from '#domain/plan/take-up.ts';
import type { Db } from './connection.ts';
import { placeIn } from './places.ts';

/** Null: there is no such plan, or it was made here. */
export async function planToTakeUp(db: Db, id: number): Promise<PlanToTakeUp | null> {
  const plan = await db
    .selectFrom('plan')
    .select(['id', 'title', 'municipalityCode', 'groupingSiren'])
    .where('id', '=', id)
    .where('version', 'is', null)
    .executeTakeFirst();
  if (plan === undefined) return null;
  const axes = await db
    .selectFrom('axis')
    .select(['number', 'title', 'subAxes'])
    .where('planId', '=', id)
    .orderBy('ordinal')
    .execute();
  const actions = await db
    .selectFrom('action')
    .select(['id', 'number', 'title', 'axis', 'subAxis', 'fields', 'amounts', 'dates'])
    .where('planId', '=', id)
    .orderBy('ordinal')
    .execute();
  const links = await db
    .selectFrom('actionCommitment as l')
    .innerJoin('action as a', 'a.id', 'l.actionId')
    .select(['l.actionId as action', 'l.edition', 'l.item', 'l.linkedBy', 'l.linkedAt'])
    .where('a.planId', '=', id)
    .execute();
  return {
    place: placeIn(plan),
    title: plan.title,
    axes: axes.map(({ subAxes, ...axis }) => ({ ...axis, subAxes: subAxes.map(({ title }) => title) })),
    actions,
    links,
  };
}

/** Those of a place that nobody took up yet. */
export async function plansToTakeUp(
  db: Db,
  place: PlaceCode,
): Promise<readonly { readonly id: number; readonly title: string; readonly actions: number }[]> {
  return await db
    .selectFrom('plan')
    .select(['id', 'title', 'actionCount as actions'])
    .where(place.kind === 'municipality' ? 'municipalityCode' : 'groupingSiren', '=', codeOf(place))
    .where('version', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('workingPlan as w').select('w.id').whereRef('w.id', '=', 'plan.id'))),
    )
    .orderBy('id')
    .execute();
}

/** As they were, under the same numbers of actions. */
export async function addLinks(db: Db, links: PlanToTakeUp['links']): Promise<void> {
  if (links.length === 0) return;
  await db
    .insertInto('workingLink')
    .values(links.map(({ action, ...link }) => ({ actionId: action, ...link })))
    .execute();
}
