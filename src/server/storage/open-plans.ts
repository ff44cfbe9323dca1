/** Published plans, their actions and the figures of shown indicators, page by page, for open data; nothing that is played. */
import { sql, type RawBuilder } from 'kysely';
import type { ActionStatus } from '#domain/plan/action-sheet.ts';
import type { Precision } from '#domain/plan/period.ts';
import { codesOfToday } from './codes-of-today.ts';
import type { Db } from './connection.ts';
import type { ActionRow, PlanRow } from './downloads.ts';
import { lastCorrection } from './earlier-readings.ts';
import { isNotPlayed } from './fictional-municipality.ts';
import type { PlaceRef } from './places.ts';
import { toProvenance } from './provenance.ts';
import { selectPlans, toPlanRef } from './views.ts';

export type PlansWanted = {
  readonly plan?: number;
  readonly municipality?: string;
  /** SIREN of the grouping whose plan it is. */
  readonly grouping?: string;
  readonly department?: string;
  readonly region?: string;
};

/** By number above `after`; `limit` at most. One query. */
export async function openPlanRows(
  db: Db,
  { after, limit, ...wanted }: PlansWanted & { readonly after: number; readonly limit: number },
): Promise<readonly PlanRow[]> {
  const rows = await selectPlans(db)
    .select(lastCorrection('plan'))
    .where('plan.id', '>', after)
    .where(ofPlaces('plan', wanted))
    .orderBy('plan.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toPlanRef(row), ...toProvenance(row), correctedAt: row.correctedAt }));
}

/** `ordinal`: its place in the plan, from 1. */
export type OpenActionRow = ActionRow & { readonly ordinal: number };

/** By plan, then in the order of its document. One query. */
export async function openActionRows(
  db: Db,
  {
    after: [afterPlan, afterOrdinal],
    limit,
    status,
    ...wanted
  }: PlansWanted & {
    readonly after: readonly [number, number];
    readonly limit: number;
    readonly status?: ActionStatus;
  },
): Promise<readonly OpenActionRow[]> {
  return await db
    .selectFrom('action')
    .innerJoin('plan', 'plan.id', 'action.planId')
    .select(['action.id', 'planId as plan', 'ordinal', 'number', 'printedNumber', 'action.title', 'axis', 'subAxis'])
    .select(['labels', 'fields', 'amounts', 'dates', 'relatedActions'])
    .select(['status', 'priority', 'startsOn', 'endsOn', 'participation', 'newsAt', 'sheet'])
    .where(sql<boolean>`(action.plan_id, action.ordinal) > (${afterPlan}::integer, ${afterOrdinal}::integer)`)
    .where(ofPlaces('plan', wanted))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'planned'))
    .orderBy('action.planId')
    .orderBy('action.ordinal')
    .limit(limit)
    .execute();
}

export type OpenFigureRow = {
  readonly id: number;
  readonly indicator: number;
  readonly place: PlaceRef;
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly kind: 'result' | 'target';
  readonly territory: string;
  readonly period: { readonly on: string; readonly precision: Precision } | null;
  readonly value: number;
};

/** Figures that stand, of indicators that their town hall shows, by number above `after`. One query. */
export async function openFigureRows(
  db: Db,
  {
    after,
    limit,
    indicator,
    ...wanted
  }: Omit<PlansWanted, 'plan'> & { readonly after: number; readonly limit: number; readonly indicator?: number },
): Promise<readonly OpenFigureRow[]> {
  const { rows } = await sql<OpenFigureRow>`
    select v.id, i.id as indicator, i.title, i.unit, i.source, v.kind, v.territory, v.value::float8 as value,
      case when v.period_on is not null then jsonb_build_object('on', v.period_on, 'precision', v.precision) end as period,
      coalesce(
        (select jsonb_build_object('kind', 'municipality', 'code', m.code, 'name', m.name) from municipality m
          where m.code = p.municipality_code),
        (select jsonb_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name) from "grouping" g
          where g.siren = p.grouping_siren)) as place
    from indicator_value v
    join indicator i on i.id = v.indicator_id
    join working_plan p on p.id = i.plan_id
    where v.ended_at is null and i.published_at is not null and i.removed_at is null and v.id > ${after}
      and ${ofPlaces('p', wanted)} ${indicator === undefined ? sql`` : sql`and i.id = ${indicator}`}
    order by v.id limit ${limit}`.execute(db);
  return rows;
}

/** What is of these places, and not played: over the row `table`, which has their codes. */
export function ofPlaces(table: 'plan' | 'p', wanted: PlansWanted): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const within = (code: 'department_code' | 'region_code', value: string) =>
    sql`exists (select from municipality m join municipality today on today.code = m.of_today
      where m.code = ${column('municipalityCode')} and today.${sql.raw(code)} = ${value})`;
  const rules: RawBuilder<unknown>[] = [isNotPlayed(table)];
  if (wanted.plan !== undefined) rules.push(sql`${column('id')} = ${wanted.plan}`);
  if (wanted.municipality !== undefined)
    rules.push(sql`${column('municipalityCode')} = any ${codesOfToday(wanted.municipality)}`);
  if (wanted.grouping !== undefined) rules.push(sql`${column('groupingSiren')} = ${wanted.grouping}`);
  if (wanted.department !== undefined) rules.push(within('department_code', wanted.department));
  if (wanted.region !== undefined) rules.push(within('region_code', wanted.region));
  return sql<boolean>`(${sql.join(rules, sql` and `)})`;
}
