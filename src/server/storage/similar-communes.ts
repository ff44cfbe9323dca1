/** Who else promised this measure, near here or of this size, and what came of it. */
import { sql, type RawBuilder } from 'kysely';
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { Stance } from '#domain/pact/stance.ts';
import type { Db } from './connection.ts';
import { JOIN_MERGED_LISTS, PACT_STATE } from './pact-state.ts';

export type SimilarCommune = {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly population: number | null;
  /** The nearest of: same intercommunality, same département, among those of nearest size from 4/5 to 5/4 of this one. */
  readonly near: 'intercommunality' | 'department' | 'size';
  readonly stance: Stance;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
  /** Whether the list that promised governs there: the promise of one that does not is its own, not the commune's. */
  readonly state: 'in-office' | 'in-opposition';
  readonly list: string | null;
  /** What either voice said last; null: nothing. */
  readonly collective: AssessmentStatus | null;
  readonly townHall: AssessmentStatus | null;
};

/** Under this population every commune of the country is of a like size: only those around are looked at. */
const SMALL = 2000;
/** On each side: those of the nearest size are looked at, not all. */
const NEAREST = 150;

/** Carried along, so that the communes are not looked up again. */
const FACTS = sql.raw('m.code, m.name, m.slug, m.population, m.fictional');

/** Of `here`: as many of each side, so that a département of 890 communes costs what one of 50 does. */
function nearestInSize(among: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    (select * from municipality o where ${among} and o.population >= coalesce(here.population, 0)
       order by o.population limit ${NEAREST})
    union all
    (select * from municipality o where ${among} and o.population < coalesce(here.population, 0)
       order by o.population desc limit ${NEAREST})`;
}

/**
 * One query; those that did it first, then the nearest, then the nearest in size. One line for each commune: of whoever governs,
 * else of a list that does not.
 */
export async function similarCommunes(
  db: Db,
  {
    municipality,
    edition,
    measure,
    limit,
  }: { readonly municipality: string; readonly edition: string; readonly measure: number; readonly limit: number },
): Promise<readonly SimilarCommune[]> {
  const { rows } = await sql<SimilarCommune & { rank: number }>`
    with here as (
      select code, intercommunality_siren, department_code, population, fictional from municipality where code = ${municipality}
    ), around as (
      select ${FACTS}, 1 as rank from municipality m, here where m.intercommunality_siren = here.intercommunality_siren
      union all
      select ${FACTS}, 2 from here, lateral (${nearestInSize(sql`o.department_code = here.department_code`)}) m
      union all
      select ${FACTS}, 3 from here, lateral (${nearestInSize(sql`
        here.population >= ${SMALL} and o.population between here.population * 4 / 5 and here.population * 5 / 4`)}) m
    ), nearest as (
      select distinct on (code) * from around where code <> ${municipality} and not fictional order by code, rank
    ), found as (
      select distinct on (m.code) m.code, m.name, m.slug, m.population, m.rank, c.stance, c.marks as levels,
        said.collective, said.town_hall, p.list_name, ${PACT_STATE} as state,
        coalesce(said.collective in ('kept', 'partly-kept'), false) or coalesce(said.town_hall in ('kept', 'partly-kept'), false) as did
      from nearest m
        join pact p on p.municipality_code = m.code and p.edition = ${edition}
        join commitment c on c.pact_id = p.id and c.measure = ${measure} and c.stance in ('accepted', 'partial')
        left join pact_list s on s.pact_id = p.id
        left join candidate_list l on l.id = s.candidate_list_id
        ${JOIN_MERGED_LISTS}
        cross join lateral (
          select max(a.status) filter (where a.voice = 'collective') as collective,
            max(a.status) filter (where a.voice = 'town-hall') as town_hall
          from latest_assessment a where a.pact_id = p.id and a.item = ${`m${measure}`}
        ) said
      order by m.code, ${PACT_STATE} = 'in-office' desc, did desc, p.term_from desc, p.id
    )
    select f.code, f.name, f.slug, f.population, f.stance, f.levels, f.collective, f.town_hall as "townHall", f.state, f.list_name as list,
      case f.rank when 1 then 'intercommunality' when 2 then 'department' else 'size' end as near
    from found f, here
    order by f.did desc, f.rank, abs(coalesce(f.population, 0) - coalesce(here.population, 0)), f.code
    limit ${limit}`.execute(db);
  return rows.map(({ levels, ...row }) => ({
    ...row,
    levels: levels.map(({ level, stance }) => ({ level, stance })),
  }));
}
