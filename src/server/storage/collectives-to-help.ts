/** What waits for the national team among collectives: to confirm, in conflict, without coordination, asleep. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';

type Place = { readonly code: string; readonly name: string; readonly population: number | null };

export type CollectiveToHelp = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly state: 'requested' | 'active' | 'dormant';
  readonly description: string;
  readonly requestedAt: Date;
  readonly dormantSince: Date | null;
  readonly places: readonly Place[];
  readonly members: readonly {
    readonly person: string;
    readonly name: string;
    readonly role: 'member' | 'coordinator';
    readonly onLists: readonly string[];
  }[];
  /** Of the same places. */
  readonly others: readonly string[];
};

/** Requested ones, those whom nobody coordinates, and those of these numbers; oldest first. */
export async function collectivesToHelp(
  db: Db,
  { also }: { readonly also: readonly number[] },
): Promise<readonly CollectiveToHelp[]> {
  const { rows } = await sql<CollectiveToHelp>`
    select c.id, c.slug, c.name, c.state, c.description, c.requested_at, c.dormant_since,
      ${placesJson()} as places,
      (select coalesce(json_agg(json_build_object('person', m.person_id, 'name', m.name, 'role', m.role, 'onLists',
         (select coalesce(json_agg(l ->> 'name'), '[]') from jsonb_array_elements(m.found_on_lists) l)
       ) order by m.role, m.joined_at), '[]')
       from collective_member m where m.collective_id = c.id) as members,
      (select coalesce(json_agg(distinct o.name), '[]')
       from collective_place p join collective_place q
         on coalesce(q.municipality_code, q.grouping_siren) = coalesce(p.municipality_code, p.grouping_siren)
       join collective o on o.id = q.collective_id and o.id <> c.id and o.state in ('active', 'dormant')
       where p.collective_id = c.id) as others
    from collective c
    where c.state <> 'closed' and (
      c.state = 'requested' or c.id = any(${sql.val([...also])}::int[])
      or not exists (select 1 from collective_member m where m.collective_id = c.id and m.role = 'coordinator'))
    order by c.id
    limit 200`.execute(db);
  // Instants are text inside JSON only; these are columns.
  return rows;
}

export type Neighbour = {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly members: number;
  readonly places: readonly Place[];
  readonly sameGrouping: boolean;
};

export type Asleep = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly dormantSince: Date;
  readonly members: number;
  readonly places: readonly Place[];
  /** Neighbours that were asked and have not answered. */
  readonly asked: readonly string[];
};

/** Longest asleep first. */
export async function sleepingCollectives(db: Db): Promise<readonly Asleep[]> {
  const { rows } = await sql<Asleep>`
    select c.id, c.slug, c.name, c.dormant_since, ${placesJson()} as places,
      (select count(*) from collective_member m where m.collective_id = c.id) as members,
      (select coalesce(json_agg(n.name), '[]') from collective_takeover t join collective n on n.id = t.neighbour_id
       where t.collective_id = c.id and t.answer is null) as asked
    from collective c where c.state = 'dormant'
    order by c.dormant_since, c.id
    limit 200`.execute(db);
  return rows;
}

/**
 * Who could keep a sleeping collective going: active, coordinated, with a commune in the same intercommunality or the same
 * département; the same intercommunality first, then the nearest in size, then the most members.
 */
export async function neighboursOf(db: Db, collective: number): Promise<readonly Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    with own as (
      select m.department_code, m.intercommunality_siren, m.territorial_establishment_siren, m.population
      from collective_place p join municipality m on m.code = p.municipality_code
      where p.collective_id = ${collective}
    ), near as (
      select c.id, bool_or(
          m.intercommunality_siren = own.intercommunality_siren
          and m.territorial_establishment_siren is not distinct from own.territorial_establishment_siren) as same_grouping,
        min(abs(ln(greatest(coalesce(m.population, 1), 1)::float / greatest(coalesce(own.population, 1), 1)))) as distance
      from collective c
      join collective_place p on p.collective_id = c.id
      join municipality m on m.code = p.municipality_code
      join own on own.department_code = m.department_code or own.intercommunality_siren = m.intercommunality_siren
      where c.state = 'active' and c.id <> ${collective}
        and exists (select 1 from collective_member k where k.collective_id = c.id and k.role = 'coordinator')
      group by c.id
    )
    select c.id, c.name, c.slug, near.same_grouping, ${placesJson()} as places,
      (select count(*) from collective_member m where m.collective_id = c.id) as members
    from near join collective c on c.id = near.id
    order by near.same_grouping desc nulls last, near.distance, members desc, c.id
    limit 10`.execute(db);
  return rows;
}

function placesJson() {
  return sql`(
    select coalesce(json_agg(json_build_object('code', coalesce(m.code, g.siren), 'name', coalesce(m.name, g.name),
             'population', coalesce(m.population, g.population)) order by m.population desc nulls last), '[]')
    from collective_place p
    left join municipality m on m.code = p.municipality_code
    left join "grouping" g on g.siren = p.grouping_siren
    where p.collective_id = c.id)`;
}
