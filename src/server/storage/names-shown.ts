/**
 * Where names of the directory are: the working sheets that hold them by number, and the public plans that hold them as they
 * were written the day of the last version, until the next one.
 */
import { sql } from 'kysely';
import type { PublishedNames } from '#domain/plan/directory-entry.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';

export async function plansNaming(db: Db, entry: number): Promise<readonly number[]> {
  const { rows } = await sql<{ plan: number }>`
    select distinct a.plan_id as plan from working_action a
    where a.removed_at is null and (
      exists (select from working_role r where r.action_id = a.id and r.entry_id = ${entry})
      or exists (select from working_funding f where f.action_id = a.id and f.funder_id = ${entry}))
    order by 1`.execute(db);
  return rows.map(({ plan }) => plan);
}

export async function namesStillShown(db: Db, place: PlaceCode): Promise<readonly PublishedNames[]> {
  const here = sql.ref(place.kind === 'municipality' ? 'municipality_code' : 'grouping_siren');
  const { rows } = await sql<PublishedNames>`
    select w.id as plan, w.title, jsonb_agg(distinct shown.name->>'name') as names
    from working_plan w
    join action a on a.plan_id = w.id
    cross join lateral (
      select jsonb_path_query(a.sheet, '$.roles.*[*]') as name
      union all select jsonb_path_query(a.sheet, '$.fundings[*].funder')) as shown
    where w.${here} = ${codeOf(place)} and shown.name ? 'name' and not exists (
      select from directory_entry e
      where e.${here} = ${codeOf(place)} and e.merged_into is null
        and e.kind = shown.name->>'kind' and e.name = shown.name->>'name'
        and (e.kind <> 'person' or e.is_elected or e.is_public))
    group by w.id
    order by w.title, w.id`.execute(db);
  return rows;
}
