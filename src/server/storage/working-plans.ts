/** Plans that a town hall works on, and their axes. Their actions: ./working-actions.ts. */
import { sql } from 'kysely';
import type { PlanAxis } from '#domain/plan/plan-row.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { StoredPlan } from '#domain/plan/working-plan.ts';
import type { Db } from './connection.ts';
import { placeColumns, placeIn } from './places.ts';

export type NewWorkingPlan = {
  readonly id?: number;
  readonly place: PlaceCode;
  readonly title: string;
  readonly introduction: string;
  readonly by: string;
  readonly at: Date;
};

export async function createWorkingPlan(db: Db, { id, place, title, introduction, by, at }: NewWorkingPlan) {
  const row = await db
    .insertInto('workingPlan')
    .values({
      ...(id === undefined ? {} : { id }),
      ...placeColumns(place),
      title,
      introduction,
      createdAt: at,
      createdBy: by,
      archivedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

function selectWorkingPlans(db: Db) {
  return db
    .selectFrom('workingPlan as w')
    .select(['w.id', 'w.municipalityCode', 'w.groupingSiren', 'w.title', 'w.introduction', 'w.version', 'w.changes'])
    .select('w.archivedAt')
    .select([
      sql<string>`coalesce((select m.name from municipality m where m.code = w.municipality_code),
        (select g.name from "grouping" g where g.siren = w.grouping_siren))`.as('placeName'),
      sql<boolean>`exists (select from plan p where p.id = w.id and p.document_id is not null)`.as('wasRead'),
      sql<{ number: number; at: string; changes: number } | null>`(
        select jsonb_build_object('number', v.number, 'at', v.published_at, 'changes', v.changes)
        from plan_version v where v.plan_id = w.id order by v.number desc limit 1)`.as('published'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectWorkingPlans>['executeTakeFirstOrThrow']>>;

function toStoredPlan({ municipalityCode, groupingSiren, archivedAt, published, ...row }: Row): StoredPlan {
  return {
    ...row,
    place: placeIn({ municipalityCode, groupingSiren }),
    archived: archivedAt !== null,
    published: published === null ? null : { ...published, at: new Date(published.at) },
  };
}

export async function findWorkingPlan(db: Db, id: number, { lock }: { lock: boolean }): Promise<StoredPlan | null> {
  const row = await selectWorkingPlans(db)
    .where('w.id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : toStoredPlan(row);
}

/** Newest first; those put away last. */
export async function workingPlansOf(db: Db, place: PlaceCode): Promise<readonly StoredPlan[]> {
  const rows = await selectWorkingPlans(db)
    .where(place.kind === 'municipality' ? 'w.municipalityCode' : 'w.groupingSiren', '=', codeOf(place))
    .orderBy(sql`w.archived_at is not null`)
    .orderBy('w.id', 'desc')
    .execute();
  return rows.map(toStoredPlan);
}

export async function touchWorkingPlan(db: Db, id: number, what: 'plan' | 'actions'): Promise<void> {
  await db
    .updateTable('workingPlan')
    .set((row) => ({
      changes: row('changes', '+', 1),
      ...(what === 'plan' ? { version: row('version', '+', 1) } : {}),
    }))
    .where('id', '=', id)
    .execute();
}

export async function rewriteWorkingPlan(
  db: Db,
  id: number,
  { title, introduction }: { readonly title: string; readonly introduction: string },
): Promise<void> {
  await db.updateTable('workingPlan').set({ title, introduction }).where('id', '=', id).execute();
}

export async function archiveWorkingPlan(db: Db, id: number, at: Date | null): Promise<void> {
  await db.updateTable('workingPlan').set({ archivedAt: at }).where('id', '=', id).execute();
}

/** Those of one parent in their order; parents before what they hold. */
export async function axesOf(db: Db, plan: number): Promise<readonly PlanAxis[]> {
  const rows = await db
    .selectFrom('workingAxis')
    .select(['id', 'parentId as parent', 'number', 'title', 'description'])
    .where('planId', '=', plan)
    .orderBy('ordinal')
    .orderBy('id')
    .execute();
  return inTreeOrder(rows);
}

export function inTreeOrder(axes: readonly PlanAxis[]): readonly PlanAxis[] {
  const under = Map.groupBy(axes, ({ parent }) => parent);
  const walk = (parent: number | null): readonly PlanAxis[] =>
    (under.get(parent) ?? []).flatMap((axis) => [axis, ...walk(axis.id)]);
  return walk(null);
}

export async function addWorkingAxis(db: Db, plan: number, axis: Omit<PlanAxis, 'id'>): Promise<number> {
  const { parent, number, title, description } = axis;
  const { id } = await db
    .insertInto('workingAxis')
    .values({
      planId: plan,
      parentId: parent,
      number,
      title,
      description,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from working_axis
        where plan_id = ${plan} and parent_id is not distinct from ${parent}::integer)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeWorkingAxis(
  db: Db,
  plan: number,
  { id, ...words }: Pick<PlanAxis, 'id' | 'number' | 'title' | 'description'>,
): Promise<void> {
  await db.updateTable('workingAxis').set(words).where('planId', '=', plan).where('id', '=', id).execute();
}

export async function orderWorkingAxes(
  db: Db,
  plan: number,
  { parent, axes }: { readonly parent: number | null; readonly axes: readonly number[] },
): Promise<void> {
  await sql`
    update working_axis a set parent_id = ${parent}, ordinal = o.ordinal
    from unnest(${[...axes]}::integer[]) with ordinality as o (id, ordinal)
    where a.id = o.id and a.plan_id = ${plan}`.execute(db);
}

export async function removeWorkingAxis(db: Db, plan: number, axis: number): Promise<void> {
  // An action removed before keeps its words; the axis that it was under goes.
  await db.updateTable('workingAction').set({ axisId: null }).where('axisId', '=', axis).execute();
  await db.deleteFrom('workingAxis').where('planId', '=', plan).where('id', '=', axis).execute();
}
