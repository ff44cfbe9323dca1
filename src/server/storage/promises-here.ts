/** What was promised at a place, each promise once, for lists to choose from: the latest pact first. */
import { sql } from 'kysely';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { codesOf } from './municipality-then.ts';

export type PromiseHere = {
  readonly edition: string;
  /** `m15`, `pA`, `l412` */
  readonly item: string;
  /** The words of a local commitment. */
  readonly local: string | null;
};

/** Two queries. Those of communes that merged into it too. What was refused or left unsaid is not there. */
export async function promisesHere(db: Db, place: PlaceCode): Promise<readonly PromiseHere[]> {
  const codes = await codesOf(db, place);
  const { rows } = await sql<PromiseHere>`
    with here as (
      select id, edition, term_from from pact
      where municipality_code = any(${codes}) or grouping_siren = any(${codes})
    ), promise as (
      select h.edition, 'm' || c.measure as item, null::text as local, h.term_from, 1 as part, c.measure as rank
        from commitment c join here h on h.id = c.pact_id where c.stance not in ('refused', 'unspecified')
      union all
      select h.edition, 'p' || p.letter, null, h.term_from, 2, ascii(p.letter)
        from pact_principle p join here h on h.id = p.pact_id where p.stance not in ('refused', 'unspecified')
      union all
      select h.edition, 'l' || l.id, l.text, h.term_from, 3, l.id
        from local_commitment l join here h on h.id = l.pact_id
    )
    select edition, item, local from (
      select distinct on (edition, item) * from promise order by edition, item, term_from desc
    ) as once
    order by term_from desc, edition, part, rank`.execute(db);
  return rows;
}
