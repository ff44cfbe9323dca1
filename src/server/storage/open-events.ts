/** Where something happened since the signature that everybody may read: the places of open data's events, page by page. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';

/**
 * Codes of communes and SIREN of groupings from `from` on, in order; `limit` at most. A commune that merged stands under the
 * one of today, whose page tells its events. One query.
 */
export async function placesWithEvents(
  db: Db,
  {
    from,
    limit,
    now,
    department,
    place,
  }: {
    readonly from: string;
    readonly limit: number;
    readonly now: Date;
    readonly department?: string;
    readonly place?: string;
  },
): Promise<readonly string[]> {
  const { rows } = await sql<{ place: string }>`
    with told as (
      select distinct coalesce(municipality_code, grouping_siren) as code from follow_up_event where visibility = 'public'
      union
      select coalesce(c.municipality_code, c.grouping_siren) from committee c
      join committee_meeting s on s.committee_id = c.id
      left join committee_minutes n on n.meeting_id = s.id
      where s.cancelled_at is null and s.starts_at <= ${now} and (s.open or n.agreed_at is not null)
    ), today as (
      select distinct coalesce(m.of_today, told.code) collate "C" as place from told left join municipality m using (code)
    )
    select place from today left join municipality m on m.code = place
    where m.fictional is not true and place >= ${from} collate "C"
      ${department === undefined ? sql`` : sql`and m.department_code = ${department}`}
      ${
        place === undefined
          ? sql``
          : sql`and place = coalesce((select of_today from municipality where code = ${place}), ${place})`
      }
    order by place limit ${limit}`.execute(db);
  return rows.map(({ place: code }) => code);
}
