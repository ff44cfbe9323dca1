/**
 * A plan as everybody sees it, one line an action, for the views of ../../ui/plan: the same shape as the one that a town
 * hall works on (./working-overview.ts), whether it was published here or only read from a document.
 */
import { sql } from 'kysely';
import type { AmountLine } from '#domain/plan/action-sheet.ts';
import type { AdoptionSaid } from '#domain/plan/plan-version.ts';
import type { PlanOverview } from '#domain/plan/plan-row.ts';
import type { AxisPath, PublishedFunding, PublishedSheet } from '#domain/plan/published-sheet.ts';
import { overviewOf } from '#domain/plan/published-rows.ts';
import { zoneOf } from '#domain/shared/local-day.ts';
import type { Db } from './connection.ts';
import { placeFacts } from './places.ts';
import { selectPlans, toPlanRef, type PlanRef } from './views.ts';

export type PublishedPlan = {
  readonly plan: PlanRef;
  /** The version shown; null: only read from a document, nothing typed. */
  readonly version: number | null;
  /** When that version was published; the plan's own `publishedAt` is when it first stood here. */
  readonly versionAt: Date | null;
  readonly introduction: string;
  /** Null: no council adopted any version of it, as far as is known. */
  readonly adoption: AdoptionSaid | null;
  /** Of the clocks at its place. */
  readonly zone: string;
};

/** Two queries. Null when there is no such plan. */
export async function publishedPlan(db: Db, id: number): Promise<PublishedPlan | null> {
  const row = await selectPlans(db)
    .leftJoin('planVersion', (join) =>
      join.onRef('planVersion.planId', '=', 'plan.id').onRef('planVersion.number', '=', 'plan.version'),
    )
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('planVersion as voted')
          .select(['voted.number', 'voted.adoptedOn', 'voted.deliberation'])
          .whereRef('voted.planId', '=', 'plan.id')
          .where('voted.adoptedOn', 'is not', null)
          .orderBy('voted.number', 'desc')
          .limit(1)
          .as('adopted'),
      (join) => join.onTrue(),
    )
    .select(['plan.version', 'plan.introduction', 'planVersion.publishedAt as versionAt'])
    .select(['adopted.number as adoptedVersion', 'adopted.adoptedOn', 'adopted.deliberation'])
    .where('plan.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const facts = await placeFacts(db, row.place);
  const { version, versionAt, introduction } = row;
  return {
    plan: toPlanRef(row),
    version,
    versionAt,
    introduction: introduction ?? '',
    adoption: adoptionIn(row),
    zone: facts?.zone ?? zoneOf(''),
  };
}

function adoptionIn(row: {
  readonly version: number | null;
  readonly adoptedVersion: number | null;
  readonly adoptedOn: string | null;
  readonly deliberation: string | null;
}): AdoptionSaid | null {
  const { version: shown, adoptedVersion: version, adoptedOn, deliberation } = row;
  if (shown === null || version === null || adoptedOn === null) return null;
  return { adoptedOn, deliberation: deliberation ?? '', version, shown };
}

/** Two queries, whatever the size. Empty when there is no such plan. */
export async function publishedOverview(db: Db, plan: number): Promise<PlanOverview> {
  const [tops, actions] = await Promise.all([
    db
      .selectFrom('axis')
      .select(['number', 'title', 'subAxes'])
      .where('planId', '=', plan)
      .orderBy('ordinal')
      .execute(),
    selectActions(db, plan),
  ]);
  const titles = new Map(tops.map(({ number, title }) => [number, title]));
  return overviewOf({
    paths: tops.flatMap(({ number, title, subAxes }) => [
      [{ number, title }],
      ...subAxes.map((sub) => [
        { number, title },
        { number: '', title: sub.title },
      ]),
    ]),
    actions: actions.map(({ path, roles, amounts, fundings, steps, ...action }) => ({
      ...action,
      axisPath: path ?? pathWritten(action, titles),
      roles: roles ?? { lead: [], referent: [], service: [] },
      amounts: amounts ?? [],
      fundings: fundings ?? [],
      steps: steps ?? [],
    })),
  });
}

async function selectActions(db: Db, plan: number) {
  return await db
    .selectFrom('action')
    .select([
      'id',
      'number',
      'title',
      'axis',
      'subAxis',
      'status',
      'blocked',
      'priority',
      'startsOn',
      'endsOn',
      'newsAt',
    ])
    .select([
      // Not the texts: they are most of a sheet, and no view shows them.
      sql<AxisPath | null>`sheet->'axisPath'`.as('path'),
      sql<PublishedSheet['roles'] | null>`sheet->'roles'`.as('roles'),
      sql<readonly AmountLine[] | null>`sheet->'amounts'`.as('amounts'),
      sql<readonly PublishedFunding[] | null>`sheet->'fundings'`.as('fundings'),
      sql<PublishedSheet['steps'] | null>`sheet->'steps'`.as('steps'),
      sql<number>`(select count(*)::int from action_commitment l where l.action_id = action.id)`.as('linked'),
    ])
    .where('planId', '=', plan)
    .orderBy('ordinal')
    .execute();
}

type Action = Pick<Awaited<ReturnType<typeof selectActions>>[number], 'axis' | 'subAxis'>;

function pathWritten({ axis, subAxis }: Action, titles: ReadonlyMap<string, string>): AxisPath {
  const title = axis === null ? undefined : titles.get(axis);
  if (axis === null || title === undefined) return [];
  const top = { number: axis, title };
  return subAxis === null ? [top] : [top, { number: '', title: subAxis }];
}
