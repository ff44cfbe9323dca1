/**
 * What pacts say instead of the charter, part by part of a measure. The view `recounted_signed_wording` says it (migration
 * 0125), and the figures `amended` and `reworded` are counted from it; the table `signed_wording` keeps it beside them, and
 * only ./tallies.ts writes it. Words are kept as people read them: alike but for typography, they are one wording.
 */
import { sql } from 'kysely';
import type { TallyFault } from '#domain/observatory/tally-fault.ts';
import type { Db } from './connection.ts';

export type SignedWordingTables = {
  signedWording: {
    pactId: number;
    /** As in `counted_pact`. */
    place: string;
    edition: string;
    measure: number;
    /** 0, with clause 0: the title. */
    level: number;
    /** 0: what introduces the level, or all of it where nobody compared its clauses. */
    clause: number;
    /** '': the document does not give them. */
    words: string;
  };
};

const COLUMNS = sql.raw('pact_id, place, edition, measure, level, clause, words');
const RECOUNTED = sql`select f.pact_id, f.place, w.edition, w.measure, w.level, w.clause, w.words
  from pact_facet f join recounted_signed_wording w using (pact_id)`;

/** Of the pacts of these places as they now are; whoever calls holds the places. */
export async function keepSignedWordings(db: Db, places: readonly string[]): Promise<void> {
  await sql`delete from signed_wording where place = any (${places}::text[])`.execute(db);
  await sql`insert into signed_wording (${COLUMNS}) ${RECOUNTED} where f.place = any (${places}::text[])`.execute(db);
}

/** Of every pact of the country. */
export async function keepEverySignedWording(db: Db): Promise<void> {
  await sql`delete from signed_wording`.execute(db);
  await sql`insert into signed_wording (${COLUMNS}) ${RECOUNTED}`.execute(db);
}

/** Wordings that are kept otherwise than they are, or not kept. `item`: the number of the pact. */
export async function signedWordingFaults(
  db: Db,
  { limit }: { readonly limit: number },
): Promise<readonly TallyFault[]> {
  const { rows } = await sql<TallyFault>`
    with recounted as (${RECOUNTED}), apart as (
      select * from (select ${COLUMNS}, 1 as kept from signed_wording except all select *, 1 from recounted) more
      union all
      select * from (select *, 0 as kept from recounted except all select ${COLUMNS}, 0 from signed_wording) less
    )
    select edition, 'fr' as area, 'all' as size, 'all' as standing, 'worded' as subject, pact_id::text as item, level,
      left(words, 200) as value, sum(kept)::integer as kept, sum(1 - kept)::integer as recounted
    from apart group by edition, pact_id, measure, level, clause, words order by pact_id, measure, level limit ${limit}`.execute(
    db,
  );
  return rows;
}
