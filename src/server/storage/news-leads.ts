/** Those who lead actions, and what they lead. An entry merged into another is that other. */
import { sql } from 'kysely';
import type { Lead, LeadAction } from '#domain/plan/news-kept.ts';
import type { Db } from './connection.ts';
import { placeIn } from './places.ts';

export async function leadsOf(db: Db, plan: number): Promise<readonly Lead[]> {
  const { rows } = await sql<LeadRow>`${SELECT_LEADS}
    where e.merged_into is null and exists (
      select from working_role r join working_action a on a.id = r.action_id
      where r.entry_id = e.id and r.role = 'lead' and a.plan_id = ${plan} and a.removed_at is null)
    order by lower(e.name), e.id`.execute(db);
  return rows.map(toLead);
}

/** Merged entries are followed to the one that stays; null: there is none. */
export async function findLead(db: Db, entry: number): Promise<Lead | null> {
  const { rows } = await sql<LeadRow>`
    with recursive same as (
      select id, merged_into, 1 as step from directory_entry where id = ${entry}
      union all
      select d.id, d.merged_into, step + 1 from directory_entry d join same on d.id = same.merged_into where step < 10)
    ${SELECT_LEADS} where e.id = (select id from same where merged_into is null limit 1)`.execute(db);
  const [row] = rows;
  return row === undefined ? null : toLead(row);
}

const SELECT_LEADS = sql`
  select e.id as entry, e.name, e.email, e.left_on, e.municipality_code, e.grouping_siren,
    coalesce(m.name, g.name) as place_name,
    (select max(q.mailed_at) from news_request q where q.entry_id = e.id) as mailed_at
  from directory_entry e left join municipality m on m.code = e.municipality_code
    left join "grouping" g on g.siren = e.grouping_siren`;

type LeadRow = Omit<Lead, 'place'> & {
  readonly municipalityCode: string | null;
  readonly groupingSiren: string | null;
};

function toLead({ municipalityCode, groupingSiren, ...lead }: LeadRow): Lead {
  return { ...lead, place: placeIn({ municipalityCode, groupingSiren }) };
}

/**
 * Of each of these leads, in one query: in plans that are not put away, those that wait for news first, the longest; then by plan
 * and order. Whoever leads nothing is not there.
 */
export async function actionsLedBy(
  db: Db,
  entries: readonly number[],
): Promise<ReadonlyMap<number, readonly LeadAction[]>> {
  if (entries.length === 0) return new Map();
  const { rows } = await sql<LeadAction & { entry: number }>`
    select r.entry_id as entry, a.id, a.plan_id as plan, p.title as plan_title, a.number, a.title, a.status, a.version,
      a.news_at, waiting.asked_at, said.said_at, coalesce(said.declined, false) as declined,
      case when a.status = 'blocked'
        then jsonb_build_object('why', a.blocked_why, 'unblocks', a.blocked_unblocks) end as blocked
    from working_role r join working_action a on a.id = r.action_id join working_plan p on p.id = a.plan_id
      left join lateral (
        select min(q.asked_at) as asked_at from news_request q join news_request_action x on x.request_id = q.id
        where q.entry_id = r.entry_id and q.closed_at is null and x.action_id = a.id and x.answered_at is null) waiting on true
      left join lateral (
        select max(n.said_at) as said_at, (array_agg(n.kind order by n.id desc))[1] = 'not-mine' as declined
        from action_news n where n.action_id = a.id and n.entry_id = r.entry_id) said on true
    where r.role = 'lead' and r.entry_id = any(${[...entries]}::integer[])
      and a.removed_at is null and p.archived_at is null
    order by waiting.asked_at nulls last, p.id, a.ordinal, a.id`.execute(db);
  return new Map(
    [...Map.groupBy(rows, ({ entry }) => entry)].map(([entry, led]) => [entry, led.map(({ entry: _, ...one }) => one)]),
  );
}
