/** Indicators as their town hall works on them. What everybody sees: ./public-indicators.ts. */
import { sql, type Generated } from 'kysely';
import type { Goal, IndicatorValue, IndicatorWords, ValueKind } from '#domain/plan/indicator.ts';
import type { Precision } from '#domain/plan/period.ts';
import type {
  IndicatorTies,
  KeptValue,
  NewIndicator,
  OfferedFrom,
  StoredIndicator,
} from '#domain/plan/indicator-kept.ts';
import type { Db } from './connection.ts';
import type { JsonColumn } from './json-column.ts';

export type IndicatorTables = {
  indicator: {
    id: Generated<number>;
    planId: number;
    title: string;
    unit: string;
    source: string;
    description: string;
    goal: Goal | null;
    offered: JsonColumn<OfferedFrom> | null;
    version: Generated<number>;
    createdAt: Date;
    changedAt: Date;
    publishedAt: Date | null;
    removedAt: Date | null;
  };
  indicatorAction: { indicatorId: number; actionId: number };
  indicatorCommitment: { indicatorId: number; edition: string; item: string };
  indicatorValue: {
    id: Generated<number>;
    indicatorId: number;
    kind: ValueKind;
    territory: string;
    periodOn: string | null;
    precision: Precision | null;
    /** Numeric: text when it comes back. */
    value: number | string;
    enteredAt: Date;
    enteredBy: string;
    endedAt: Date | null;
    endedBy: string | null;
  };
};

export async function createIndicator(db: Db, { plan, words, offered, at }: NewIndicator): Promise<number> {
  const { id } = await db
    .insertInto('indicator')
    .values({
      planId: plan,
      ...words,
      offered: offered === null ? null : JSON.stringify(offered),
      createdAt: at,
      changedAt: at,
      publishedAt: null,
      removedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findIndicator(
  db: Db,
  { plan, id }: { readonly plan: number; readonly id: number },
): Promise<StoredIndicator | null> {
  const row = await selectIndicators(db).where('i.planId', '=', plan).where('i.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toIndicator(row);
}

export async function indicatorsOfPlan(db: Db, plan: number): Promise<readonly StoredIndicator[]> {
  const rows = await selectIndicators(db).where('i.planId', '=', plan).orderBy('i.id').execute();
  return rows.map(toIndicator);
}

type JsonValue = {
  readonly id: number;
  readonly kind: ValueKind;
  readonly territory: string;
  readonly on: string | null;
  readonly precision: Precision | null;
  readonly value: number;
  readonly enteredAt: string;
};

function selectIndicators(db: Db) {
  return db
    .selectFrom('indicator as i')
    .select(['i.id', 'i.planId as plan', 'i.title', 'i.unit', 'i.source', 'i.description', 'i.goal', 'i.offered'])
    .select(['i.version', 'i.changedAt', 'i.publishedAt'])
    .select([
      sql<readonly number[]>`coalesce((
        select jsonb_agg(a.id order by a.ordinal, a.id) from indicator_action x join working_action a on a.id = x.action_id
        where x.indicator_id = i.id and a.removed_at is null), '[]')`.as('actions'),
      sql<StoredIndicator['commitments']>`coalesce((
        select jsonb_agg(jsonb_build_object('edition', c.edition, 'item', c.item) order by c.edition, c.item)
        from indicator_commitment c where c.indicator_id = i.id), '[]')`.as('commitments'),
      jsonValues('i').as('values'),
    ])
    .where('i.removedAt', 'is', null);
}

/** The figures that stand, oldest first. */
export function jsonValues(table: string) {
  return sql<readonly JsonValue[]>`coalesce((
    select jsonb_agg(jsonb_build_object('id', v.id, 'kind', v.kind, 'territory', v.territory, 'on', v.period_on,
             'precision', v.precision, 'value', v.value, 'enteredAt', v.entered_at)
             order by v.period_on nulls first, v.territory, v.kind)
    from indicator_value v where v.indicator_id = ${sql.ref(`${table}.id`)} and v.ended_at is null), '[]')`;
}

export function toValue({ on, precision, value, enteredAt, ...rest }: JsonValue): KeptValue {
  const period = on === null || precision === null ? null : { on, precision };
  return { ...rest, period, value, enteredAt: new Date(enteredAt) };
}

function toIndicator(
  row: Omit<StoredIndicator, 'values'> & { readonly values: readonly JsonValue[] },
): StoredIndicator {
  return { ...row, values: row.values.map(toValue) };
}

export async function rewriteIndicator(
  db: Db,
  { id, version }: { readonly id: number; readonly version: number },
  words: IndicatorWords,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('indicator')
    .set({ ...words, version: version + 1, changedAt: at })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function tieIndicator(db: Db, id: number, { actions, commitments }: IndicatorTies): Promise<void> {
  await db.deleteFrom('indicatorAction').where('indicatorId', '=', id).execute();
  await db.deleteFrom('indicatorCommitment').where('indicatorId', '=', id).execute();
  if (actions.length > 0) {
    await db
      .insertInto('indicatorAction')
      .values([...new Set(actions)].map((actionId) => ({ indicatorId: id, actionId })))
      .execute();
  }
  if (commitments.length > 0) {
    await db
      .insertInto('indicatorCommitment')
      .values(commitments.map(({ edition, item }) => ({ indicatorId: id, edition, item })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function putValues(
  db: Db,
  id: number,
  values: readonly IndicatorValue[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map(({ kind, territory, period, value }) => ({
    kind,
    territory,
    on: period?.on ?? null,
    precision: period?.precision ?? null,
    value,
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as g(kind text, territory text, "on" date, "precision" text, value numeric)`;
  await sql`
    update indicator_value v set ended_at = ${at}, ended_by = ${by} from ${given}
    where v.indicator_id = ${id} and v.ended_at is null and v.kind = g.kind and lower(v.territory) = lower(g.territory)
      and v.period_on is not distinct from g."on" and v.precision is not distinct from g."precision"
      and v.value <> g.value`.execute(db);
  await sql`
    insert into indicator_value (indicator_id, kind, territory, period_on, precision, value, entered_at, entered_by)
    select ${id}, g.kind, g.territory, g."on", g."precision", g.value, ${at}, ${by} from ${given}
    on conflict do nothing`.execute(db);
  await db.updateTable('indicator').set({ changedAt: at }).where('id', '=', id).execute();
}

export async function takeValueBack(
  db: Db,
  { indicator, id }: { readonly indicator: number; readonly id: number },
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('indicatorValue')
    .set({ endedAt: at, endedBy: by })
    .where('id', '=', id)
    .where('indicatorId', '=', indicator)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function showIndicatorRow(db: Db, id: number, at: Date | null): Promise<void> {
  await db.updateTable('indicator').set({ publishedAt: at }).where('id', '=', id).execute();
}

export async function removeIndicator(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('indicator').set({ removedAt: at, publishedAt: null }).where('id', '=', id).execute();
}
