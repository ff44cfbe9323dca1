/** What directories of places keep about the person of an address: their entries, what was asked of them, what they said. */
import { sql } from 'kysely';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';

export async function entriesKeptAbout(db: Db, email: string): Promise<Json> {
  const { rows } = await sql<{ kept: Json }>`
    select jsonb_build_object(
      'lieu', coalesce(m.name, g.name), 'nom', e.name, 'adresse', e.email, 'elu', e.is_elected, 'nom_public', e.is_public,
      'depuis', e.created_at,
      'actions', (select coalesce(jsonb_agg(jsonb_build_object('plan', p.title, 'action', a.title, 'role', r.role)
          order by a.id, r.role), '[]')
        from working_role r join working_action a on a.id = r.action_id join working_plan p on p.id = a.plan_id
        where r.entry_id = e.id and a.removed_at is null),
      'demandes', (select coalesce(jsonb_agg(jsonb_build_object('le', q.asked_at, 'mots', q.words, 'messages', q.mails,
          'fermee', q.closed_at) order by q.id), '[]')
        from news_request q where q.entry_id in (${SAME})),
      'liens', (select coalesce(jsonb_agg(jsonb_build_object('le', l.made_at, 'jusque', l.expires_at) order by l.made_at), '[]')
        from news_link l where l.entry_id in (${SAME})),
      'nouvelles', (select coalesce(jsonb_agg(jsonb_build_object('le', n.said_at, 'action', a.title, 'genre', n.kind,
          'statut', n.status, 'mots', n.words, 'publiee', n.published_at) order by n.id), '[]')
        from action_news n join working_action a on a.id = n.action_id where n.entry_id in (${SAME}))
    ) as kept
    from directory_entry e left join municipality m on m.code = e.municipality_code
      left join "grouping" g on g.siren = e.grouping_siren
    where lower(e.email) = ${email.toLowerCase()} and e.merged_into is null
    order by e.id`.execute(db);
  return rows.map(({ kept }) => kept);
}

/** Itself, and the entries that were merged into it: what was asked and said stays under the number of that day. */
const SAME = sql`select same.id from directory_entry same where same.id = e.id or same.merged_into = e.id`;
