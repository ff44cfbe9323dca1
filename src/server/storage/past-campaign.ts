/** What was signed instead of a measure, and what was said of it: each a walk in an index, whatever the country holds. */
import { sql } from 'kysely';
import {
  MOST_SAID,
  MOST_WORDINGS,
  NAMED_PACTS,
  type Saying,
  type SayingKind,
  type Sayings,
  type SignedWording,
  type SignedWordings,
} from '#domain/consultation/past-campaign.ts';
import type { Db } from './connection.ts';

type Asked = { readonly edition: string; readonly measure: number };

/** One query. Words that a document does not give are no wording: the figure of their clause counts them. */
export async function signedWordings(
  db: Db,
  { edition, measure, most = MOST_WORDINGS }: Asked & { readonly most?: number },
): Promise<SignedWordings> {
  const { rows } = await sql<SignedWording & { all: number }>`
    select level, clause, words, pacts, w.all, (
      select jsonb_agg(jsonb_build_object('pact', p.id, 'place', coalesce(m.name, g.name)) order by p.id)
      from pact p left join municipality m on m.code = p.municipality_code left join "grouping" g on g.siren = p.grouping_siren
      where p.id = any (w.pact_ids)
    ) as first
    from (
      select level, clause, words, count(*)::integer as pacts, (count(*) over ())::integer as all,
        (array_agg(pact_id order by pact_id))[1:${sql.lit(NAMED_PACTS)}] as pact_ids
      from signed_wording where edition = ${edition} and measure = ${measure} and words <> ''
      group by level, clause, words
      order by pacts desc, level, clause, words limit ${most}
    ) w
    order by level, clause, pacts desc, words`.execute(db);
  return { rows: rows.map(({ all: _, ...row }) => row), all: rows[0]?.all ?? 0 };
}

/** How many pacts have an observation, and how many remarks there are. One query. */
export async function saidCounts(
  db: Db,
  { edition, measure }: Asked,
): Promise<{ readonly observation: number; readonly remark: number }> {
  const { rows } = await sql<{ observation: number; remark: number }>`
    select (
      select count(*)::integer from commitment c join counted_pact f using (pact_id)
      where c.edition = ${edition} and c.measure = ${measure} and jsonb_array_length(c.detail -> 'observations') > 0
    ) as observation, (
      select count(*)::integer from remark r join counted_pact f using (pact_id)
      where r.item = ${`m${measure}`} and f.edition = ${edition} and r.withdrawn_at is null and r.hidden_at is null
    ) as remark`.execute(db);
  return rows[0] ?? { observation: 0, remark: 0 };
}

/** `before`: as the page before said in `next`. One query. */
export async function sayings(
  db: Db,
  kind: SayingKind,
  {
    before = null,
    most = MOST_SAID,
    ...asked
  }: Asked & { readonly before?: number | null; readonly most?: number | undefined },
): Promise<Sayings> {
  const { rows } = await sql<Saying & { at: number }>`
    select s.*, coalesce(m.name, g.name) as place
    from (${SAID[kind](asked, before ?? 2 ** 31 - 1)} limit ${most + 1}) s
    join pact p on p.id = s.pact
      left join municipality m on m.code = p.municipality_code left join "grouping" g on g.siren = p.grouping_siren
    order by s.at desc, s.words`.execute(db);
  const pages = [...new Set(rows.map(({ at }) => at))];
  const more = rows.length > most;
  // The last one may have said more than was read: it begins the next page, unless it is alone here.
  const last = more && pages.length > 1 ? pages.at(-1) : undefined;
  const shown = rows.filter(({ at }) => at !== last);
  return {
    rows: shown.map(({ at: _, ...row }) => row),
    next: more ? (shown.at(-1)?.at ?? null) : null,
  };
}

const NOBODY = sql`null::jsonb`;
const SAID = {
  observation: ({ edition, measure }: Asked, before: number) => sql`
    select c.pact_id as at, c.pact_id as pact, said.words, p.list_name as by, p.signed_on::text as on, ${NOBODY} as said
    from commitment c join counted_pact f using (pact_id) join pact p on p.id = c.pact_id
      cross join lateral jsonb_array_elements_text(c.detail -> 'observations') as said (words)
    where c.edition = ${edition} and c.measure = ${measure} and jsonb_array_length(c.detail -> 'observations') > 0
      and c.pact_id < ${before}
    order by c.pact_id desc`,
  // As the figures count them: of what was promised.
  assessment: ({ edition, measure }: Asked, before: number) => sql`
    select c.pact_id as at, c.pact_id as pact, a.sentence as words, a.said_for as by, a.assessed_on::text as on,
      jsonb_build_object('voice', a.voice, 'status', a.status) as said
    from commitment c join counted_pact f using (pact_id)
      join latest_assessment l on l.pact_id = c.pact_id and l.item = ${`m${measure}`} join assessment a on a.id = l.assessment_id
    where c.edition = ${edition} and c.measure = ${measure} and c.stance in ('accepted', 'partial') and c.pact_id < ${before}
    order by c.pact_id desc`,
  remark: ({ edition, measure }: Asked, before: number) => sql`
    select r.id as at, r.pact_id as pact, r.sentence as words, r.name as by, r.said_at::date::text as on, ${NOBODY} as said
    from remark r join counted_pact f using (pact_id)
    where r.item = ${`m${measure}`} and f.edition = ${edition} and r.withdrawn_at is null and r.hidden_at is null
      and r.id < ${before}
    order by r.id desc`,
} as const;
