/** Files that the actions of public plans show, as an exported folder holds them: those that the site shows that day. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';

/** One file of one action, whatever shows it. */
export type PlanFileRecord = {
  readonly plan: number;
  readonly action: number;
  readonly document: number;
  /** As the sheet names it; null: only news show it. */
  readonly title: string | null;
  /** Numbers of the public news that came with it, oldest first. */
  readonly news: readonly number[];
  readonly filename: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

/** Never a private document, nor one of news that wait, or were kept inside. `plans`: published ones. */
export async function planFileRecords(db: Db, plans: readonly number[]): Promise<readonly PlanFileRecord[]> {
  if (plans.length === 0) return [];
  const { rows } = await sql<PlanFileRecord>`
    with shown as (
      select a.plan_id, a.id as action, (named ->> 'document')::integer as document, named ->> 'title' as title,
          null::integer as news
        from action a cross join jsonb_array_elements(coalesce(a.sheet -> 'documents', '[]')) named
      union all
      select a.plan_id, a.id, n.document_id, null, n.id
        from action a join action_news n on n.action_id = a.id
          join working_document kept on kept.action_id = a.id and kept.document_id = n.document_id
        where kept.visibility = 'public' and n.published_at is not null and n.hidden_at is null
    )
    select s.plan_id as plan, s.action, d.id as document, max(s.title) as title,
        coalesce(json_agg(s.news order by s.news) filter (where s.news is not null), '[]') as news,
        d.filename, d.sha256, d.bytes
      from shown s join document d on d.id = s.document and d.bytes is not null
      where s.plan_id in (${sql.join(plans)})
      group by s.plan_id, s.action, d.id
      order by s.plan_id, s.action, d.id`.execute(db);
  return rows;
}
