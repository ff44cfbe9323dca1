/** What became of one measure in the campaign that is over. Three queries, whatever the country holds. */
import { sql } from 'kysely';
import {
  MOST_SAID,
  MOST_WORDINGS,
  type PastCampaign,
  type RewordedClause,
  type SaidOfMeasure,
} from '#domain/consultation/past-campaign.ts';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { Stance } from '#domain/pact/stance.ts';
import type { Db } from './connection.ts';
import { isNotPlayed } from './fictional-municipality.ts';

type Asked = { readonly edition: string; readonly measure: number };

export async function pastCampaign(db: Db, asked: Asked): Promise<PastCampaign> {
  const [figures, wordings, said] = await Promise.all([figuresOf(db, asked), wordingsOf(db, asked), saidOf(db, asked)]);
  return campaignOf(asked, { figures, wordings, said });
}

/** One query: its figures alone, without what was signed instead nor what was said. */
export async function pastFigures(db: Db, { edition, measure }: Asked): Promise<PastCampaign> {
  const asked = { edition, measure };
  return campaignOf(asked, { figures: await figuresOf(db, asked), wordings: [], said: [] });
}

type Found = {
  readonly figures: Awaited<ReturnType<typeof figuresOf>>;
  readonly wordings: Awaited<ReturnType<typeof wordingsOf>>;
  readonly said: readonly SaidOfMeasure[];
};

function campaignOf(asked: Asked, { figures, wordings, said }: Found): PastCampaign {
  const of = (subject: string) => figures.filter((row) => row.subject === subject);
  const sum = (subject: string) => of(subject).reduce((total, { count }) => total + count, 0);
  return {
    ...asked,
    asOf: figures[0]?.asOf ?? null,
    pacts: sum('pacts'),
    // The view writes there what columns checked by the database hold.
    stances: of('stance').map(({ level, value, count }) => ({ level, stance: value as Stance, pacts: count })),
    amended: sum('amended'),
    excepted: of('excepted').map(({ level, value, count }) => ({ level, clause: Number(value), pacts: count })),
    reworded: of('reworded').map(({ level, value, count }): RewordedClause => ({
      level,
      clause: Number(value),
      pacts: count,
      wordings: wordings
        .filter((one) => one.level === level && one.clause === Number(value))
        .map(({ text, pacts }) => ({ text, pacts })),
    })),
    bodies: of('body')
      .map(({ name, value, count }) => ({ name: name ?? value, pacts: count }))
      .toSorted((one, other) => other.pacts - one.pacts || one.name.localeCompare(other.name, 'fr')),
    done: of('done').map(({ value, count }) => {
      const [voice, status, before] = value.split(' ');
      return {
        voice: voice as Voice,
        status: status as AssessmentStatus,
        beforeMandate: before === 'before',
        pacts: count,
      };
    }),
    said,
  };
}

async function figuresOf(db: Db, { edition, measure }: Asked) {
  return await db
    .selectFrom('tally')
    .leftJoin('grouping', (join) =>
      join.onRef('grouping.siren', '=', sql.ref('tally.value')).on('tally.subject', '=', 'body'),
    )
    .leftJoin('tallyDate', 'tallyDate.edition', 'tally.edition')
    .select(['tally.subject', 'tally.level', 'tally.value', 'tally.count', 'grouping.name', 'countedAt as asOf'])
    .where('tally.edition', '=', edition)
    .where('area', '=', 'fr')
    .where('size', '=', 'all')
    .where('standing', '=', 'all')
    .where('tally.subject', 'in', ['pacts', 'stance', 'amended', 'excepted', 'reworded', 'body', 'done'])
    .where(({ or, eb, and }) =>
      or([eb('item', '=', `m${measure}`), and([eb('item', '=', ''), eb('tally.subject', '=', 'pacts')])]),
    )
    .orderBy('tally.subject')
    .orderBy('level')
    .orderBy(sql`length(tally.value)`)
    .orderBy('tally.value')
    .execute();
}

/** What pacts say instead of a clause: their words, else the words that they changed. As `clauseSigned` reads them. */
async function wordingsOf(db: Db, { edition, measure }: Asked) {
  const { rows } = await sql<{ level: number; clause: number; text: string; pacts: number }>`
    select l.level, clause.clause, said.text, count(*)::int as pacts
    from commitment c join pact p on p.id = c.pact_id
      cross join lateral jsonb_to_recordset(c.detail -> 'levels') as l (level int, stance text, clauses jsonb)
      cross join lateral jsonb_to_recordset(l.clauses)
        as clause (clause int, stance text, wording text, quotations jsonb, changes jsonb)
      cross join lateral (select left(coalesce(
        nullif((select string_agg(q.value ->> 'text', ' ' order by q.ordinality)
          from jsonb_array_elements(clause.quotations) with ordinality q), ''),
        (select string_agg(w.value ->> 'here', ' ' order by w.ordinality)
          from jsonb_array_elements(clause.changes) with ordinality w), ''), 2000) as text) said
    where c.edition = ${edition} and c.measure = ${measure} and c.amended and c.stance in ('accepted', 'partial')
      and l.stance in ('accepted', 'partial') and clause.wording = 'amended'
      and clause.stance not in ('refused', 'unspecified') and said.text <> '' and ${isNotPlayed('p')}
    group by l.level, clause.clause, said.text
    order by pacts desc, l.level, clause.clause, said.text
    limit ${MOST_WORDINGS}`.execute(db);
  return rows;
}

async function saidOf(db: Db, { edition, measure }: Asked): Promise<readonly SaidOfMeasure[]> {
  const { rows } = await sql<SaidOfMeasure>`
    (select 'observation' as kind, o.value as words, p.id as pact, coalesce(m.name, g.name) as place, p.list_name as by
      from (
        select c.pact_id, c.detail from commitment c join pact p on p.id = c.pact_id
        where c.edition = ${edition} and c.measure = ${measure}
          and jsonb_array_length(c.detail -> 'observations') > 0 and ${isNotPlayed('p')}
        order by c.pact_id desc limit ${MOST_SAID}
      ) c join pact p on p.id = c.pact_id
        left join municipality m on m.code = p.municipality_code left join "grouping" g on g.siren = p.grouping_siren
        cross join lateral jsonb_array_elements_text(c.detail -> 'observations') o
      order by p.id desc limit ${MOST_SAID})
    union all
    (select 'remark', r.sentence, p.id, coalesce(m.name, g.name), r.name
      from remark r join pact p on p.id = r.pact_id
        left join municipality m on m.code = p.municipality_code left join "grouping" g on g.siren = p.grouping_siren
      where r.item = ${`m${measure}`} and p.edition = ${edition} and r.withdrawn_at is null and r.hidden_at is null
        and ${isNotPlayed('p')}
      order by r.id desc limit ${MOST_SAID})`.execute(db);
  return rows;
}
