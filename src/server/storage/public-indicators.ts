/** Indicators that a town hall shows to everybody, with the public actions and the promises they are about. */
import { sql, type SqlBool } from 'kysely';
import type { IndicatorValue, IndicatorWords } from '#domain/plan/indicator.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { slugOf } from '#domain/shared/slug.ts';
import type { OfferedFrom } from '#domain/plan/indicator-kept.ts';
import type { Db } from './connection.ts';
import { jsonValues, toValue } from './indicators.ts';
import { placeIn, placeRef, type PlaceRef } from './places.ts';
import type { ActionRef } from './views.ts';

export type PublicIndicator = IndicatorWords & {
  readonly id: number;
  readonly place: PlaceCode;
  readonly offered: OfferedFrom | null;
  readonly publishedAt: Date;
  /** When its words or figures last changed. */
  readonly changedAt: Date;
  /** Oldest first. */
  readonly values: readonly IndicatorValue[];
  readonly actions: readonly ActionRef[];
  readonly commitments: readonly { readonly edition: string; readonly item: string; readonly local: string | null }[];
};

/** Null: there is none, or the town hall alone sees it. Two queries. */
export async function publicIndicator(
  db: Db,
  id: number,
): Promise<(PublicIndicator & { readonly at: PlaceRef }) | null> {
  const [found] = await select(db, sql`i.id = ${id}`);
  if (found === undefined) return null;
  const at = await placeRef(db, found.place);
  return at === null ? null : { ...found, at };
}

/** One query. */
export async function indicatorsOfAction(db: Db, action: number): Promise<readonly PublicIndicator[]> {
  return await select(
    db,
    sql`exists (select from indicator_action x join action a on a.id = x.action_id
      where x.indicator_id = i.id and a.id = ${action})`,
  );
}

/** About a promise, at its place or in the plan of the municipality into which it merged. One query. */
export async function indicatorsOfCommitment(
  db: Db,
  { place, edition, item }: { readonly place: PlaceCode; readonly edition: string; readonly item: string },
): Promise<readonly PublicIndicator[]> {
  return await select(
    db,
    sql`(coalesce(p.municipality_code, p.grouping_siren) = ${codeOf(place)}
      or p.municipality_code in (select f.municipality_code from municipality_former_name f where f.code = ${codeOf(place)}))
      and exists (select from indicator_commitment c
        where c.indicator_id = i.id and c.edition = ${edition} and c.item = ${item})`,
  );
}

export async function indicatorsOfPlace(db: Db, place: PlaceCode): Promise<readonly PublicIndicator[]> {
  return await select(db, sql`coalesce(p.municipality_code, p.grouping_siren) = ${codeOf(place)}`);
}

type Row = Omit<PublicIndicator, 'place' | 'values' | 'actions'> & {
  readonly municipalityCode: string | null;
  readonly groupingSiren: string | null;
  readonly values: readonly Parameters<typeof toValue>[0][];
  readonly actions: readonly Omit<ActionRef, 'planSlug'>[];
};

async function select(db: Db, where: ReturnType<typeof sql<SqlBool>>): Promise<readonly PublicIndicator[]> {
  const { rows } = await sql<Row>`
    select i.id, i.title, i.unit, i.source, i.description, i.goal, i.offered, i.published_at, i.changed_at,
      p.municipality_code, p.grouping_siren, ${jsonValues('i')} as "values",
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'title', a.title, 'plan', o.id,
          'planTitle', o.title) order by a.ordinal)
        from indicator_action x join action a on a.id = x.action_id join plan o on o.id = a.plan_id
        where x.indicator_id = i.id), '[]') as actions,
      coalesce((select jsonb_agg(jsonb_build_object('edition', c.edition, 'item', c.item,
          'local', (select l.text from local_commitment l where 'l' || l.id = c.item)) order by c.edition, c.item)
        from indicator_commitment c where c.indicator_id = i.id), '[]') as commitments
    from indicator i join working_plan p on p.id = i.plan_id
    where i.published_at is not null and i.removed_at is null and ${where}
    order by i.id`.execute(db);
  return rows.map(({ municipalityCode, groupingSiren, values, actions, ...row }) => ({
    ...row,
    place: placeIn({ municipalityCode, groupingSiren }),
    values: values.map(toValue).map(({ kind, territory, period, value }) => ({ kind, territory, period, value })),
    actions: actions.map((action) => ({ ...action, planSlug: slugOf(action.planTitle) })),
  }));
}
