/**
 * What happened lately that everybody may learn of: of a place, of a département or of the whole country. One query; each
 * kind is bounded before they are put together, so that the length of a history costs nothing.
 *
 * In the country and in a département, what is said of each promise and each meeting is left to the places' own. What happens
 * to charters is of the whole country; to the local edition of a collective, of its places.
 */
import { sql, type RawBuilder } from 'kysely';
import type { HappeningOfCharters, HappeningOfPlace } from '#domain/happenings/happening.ts';
import type { Db } from './connection.ts';
import { isNotPlayed } from './fictional-municipality.ts';
import type { PlaceRef } from './places.ts';

/** `place` null: of no place in particular. */
export type HappeningHere =
  (HappeningOfPlace & { readonly place: PlaceRef }) | (HappeningOfCharters & { readonly place: null });

/** `codes`: INSEE codes or a SIREN of one place, former ones too. The demonstration's own places are read only by their code. */
export type Where =
  | { readonly kind: 'country' }
  | { readonly kind: 'department'; readonly code: string }
  | { readonly kind: 'place'; readonly codes: readonly string[] };

/** Latest first. `limit`: 1 to 200. */
export async function happenings(
  db: Db,
  { where, limit, now }: { readonly where: Where; readonly limit: number; readonly now: Date },
): Promise<readonly HappeningHere[]> {
  const most = Math.min(Math.max(Math.trunc(limit), 1), 200);
  const here = within(where);
  const kinds = where.kind === 'place' ? [...EVERYWHERE, ...OF_A_PLACE] : EVERYWHERE;
  const asked = [...kinds.map((kind) => kind(here)), ...ofCharters(where, now)];
  const each = asked.map((rows) => sql`(${rows} order by at desc limit ${most})`);
  const { rows } = await sql<{ at: Date; says: HappeningOfPlace | HappeningOfCharters; place: PlaceRef | null }>`
    select p.at, p.says, ${PLACE} from (${sql.join(each, sql` union all `)}) p
    order by p.at desc, p.says ->> 'kind' limit ${most}`.execute(db);
  return rows.flatMap(({ at, says, place }): readonly HappeningHere[] => {
    if (says.kind === 'consultation' || says.kind === 'edition') return [{ ...says, at, place: null }];
    return place === null ? [] : [{ ...says, at, place }];
  });
}

/** Whether the row `p` of anything that has a place is asked for. */
function within(where: Where): RawBuilder<boolean> {
  switch (where.kind) {
    case 'country':
      return isNotPlayed('p');
    case 'department':
      return sql`p.municipality_code in (select code from municipality where department_code = ${where.code})`;
    case 'place':
      return sql`coalesce(p.municipality_code, p.grouping_siren) = any (${where.codes}::text[])`;
  }
}

const PLACE = sql`coalesce(
  (select jsonb_build_object('kind', 'municipality', 'code', m.code, 'name', m.name, 'slug', m.slug, 'population', m.population)
    from municipality m where m.code = p.municipality_code),
  (select jsonb_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name, 'slug', g.slug, 'population', g.population)
    from "grouping" g where g.siren = p.grouping_siren)
) as place`;

type Kind = (here: RawBuilder<boolean>) => RawBuilder<unknown>;

const EVERYWHERE: readonly Kind[] = [
  (here) => sql`
    select p.published_at as at, p.municipality_code, p.grouping_siren,
      jsonb_build_object('kind', 'pact', 'pact', p.id, 'list', p.list_name, 'signedOn', p.signed_on) as says
    from pact p where ${here}`,
  // A plan that the town hall publishes itself has its versions.
  (here) => sql`
    select p.published_at as at, p.municipality_code, p.grouping_siren,
      jsonb_build_object('kind', 'plan', 'plan', p.id, 'title', p.title, 'version', null) as says
    from plan p where ${here} and not exists (select from plan_version v where v.plan_id = p.id)`,
  (here) => sql`
    select v.published_at as at, p.municipality_code, p.grouping_siren,
      jsonb_build_object('kind', 'plan', 'plan', p.id, 'title', p.title, 'version', v.number) as says
    from plan_version v join plan p on p.id = v.plan_id where ${here}`,
  (here) => sql`
    select p.ended_at as at, p.municipality_code, p.grouping_siren,
      jsonb_build_object('kind', 'correction', 'id', p.id, 'what', p.subject_kind, 'subject', p.subject_id, 'reason', p.reason,
        'title', coalesce((select o.list_name from pact o where p.subject_kind = 'pact' and o.id = p.subject_id),
          (select o.title from plan o where p.subject_kind = 'plan' and o.id = p.subject_id))) as says
    from earlier_reading p where p.ended_by = 'correction' and ${here}
      and not exists (select from earlier_reading gone where gone.ended_by = 'withdrawal'
        and gone.subject_kind = p.subject_kind and gone.subject_id = p.subject_id)`,
  (here) => sql`
    select p.published_at as at, p.municipality_code, p.grouping_siren,
      jsonb_build_object('kind', 'review', 'review', p.id, 'collective', c.name, 'list', p.summary ->> 'listName') as says
    from review p join collective c on c.id = p.collective_id where p.published_at is not null and ${here}`,
];

const OF_A_PLACE: readonly Kind[] = [
  // What a review says is told by the review.
  (here) => sql`
    select max(a.said_at) as at, p.municipality_code, p.grouping_siren,
      jsonb_build_object('kind', 'said', 'pact', p.id, 'list', p.list_name, 'by', teller.of,
        'day', teller.day, 'promises', count(distinct a.item)) as says
    from assessment a join pact p on p.id = a.pact_id
    cross join lateral (select (a.said_at at time zone 'Europe/Paris')::date as day, case
      when a.voice = 'collective' then 'collective' when a.said_as = 'list-representative' then 'list' else 'town-hall' end as of) teller
    where a.review_id is null and ${here}
    group by p.id, teller.day, teller.of`,
  (here) => sql`
    select p.written_at as at, p.municipality_code, p.grouping_siren,
      jsonb_build_object('kind', 'event', 'event', p.id, 'what', p.kind, 'title', p.title, 'happenedOn', p.happened_on) as says
    from follow_up_event p where p.visibility = 'public' and p.withdrawn_at is null and ${here}`,
];

/** A département has none of its own. Those of collectives that the demonstration plays are read in their place alone. */
function ofCharters(where: Where, now: Date): readonly RawBuilder<unknown>[] {
  if (where.kind === 'department') return [];
  const whose =
    where.kind === 'country'
      ? sql`d.collective_id is null`
      : sql`d.collective_id in (select collective_id from collective_place
          where coalesce(municipality_code, grouping_siren) = any (${where.codes}::text[]))`;
  return [
    sql`
    select happened.at, null::text as municipality_code, null::text as grouping_siren,
      jsonb_build_object('kind', 'consultation', 'consultation', c.id, 'title', c.title, 'what', happened.what,
        'opensOn', c.opens_on, 'closesOn', c.closes_on) as says
    from consultation c join edition_draft d on d.id = c.draft_id
    cross join lateral (values
      (case when c.announced_at < c.opens_at then c.announced_at end, 'announced'),
      (case when c.opens_at <= least(${now}::timestamptz, c.cancelled_at) then greatest(c.opens_at, c.announced_at) end, 'opened'),
      (c.counted_at, 'counted'),
      (c.cancelled_at, 'cancelled')) as happened (at, what)
    where happened.at is not null and ${whose}`,
    sql`
    select e.published_at as at, null::text as municipality_code, null::text as grouping_siren,
      jsonb_build_object('kind', 'edition', 'edition', e.id, 'title', d.title, 'year', d.year) as says
    from edition e join edition_draft d on d.id = e.draft_id where ${whose}`,
  ];
}
