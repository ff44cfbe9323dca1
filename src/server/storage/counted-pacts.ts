/**
 * What each pact is counted under: its commune of today, the département and size of that one, what became of its list. The
 * view `pact_facet` says it (migration 0119); the table `counted_pact` keeps it beside the figures, for the lists behind them, and only
 * ./tallies.ts writes it.
 */
import { sql } from 'kysely';
import type { Size, Standing } from '#domain/observatory/cell.ts';
import type { TallyFault } from '#domain/observatory/tally-fault.ts';
import type { Db } from './connection.ts';

export type CountedPactTables = {
  countedPact: {
    pactId: number;
    /** INSEE code of the commune of today, or SIREN. */
    place: string;
    edition: string;
    /** YYYY-MM-DD; null: no source says it. */
    signedOn: string | null;
    /** Null for a grouping. */
    department: string | null;
    region: string | null;
    size: Size;
    standing: Standing;
  };
};

const COLUMNS = sql.raw('pact_id, place, edition, signed_on, department, region, size, standing');

/** The pacts of these places of today as they now are; whoever calls holds the places. */
export async function keepCountedPacts(db: Db, places: readonly string[]): Promise<void> {
  await sql`delete from counted_pact where place = any (${places}::text[])`.execute(db);
  await sql`
    insert into counted_pact (${COLUMNS}) select ${COLUMNS} from pact_facet where place = any (${places}::text[])`.execute(
    db,
  );
}

/** Every pact of the country. */
export async function keepEveryCountedPact(db: Db): Promise<void> {
  await sql`delete from counted_pact`.execute(db);
  await sql`insert into counted_pact (${COLUMNS}) select ${COLUMNS} from pact_facet`.execute(db);
}

/** Pacts that are kept under what they are not, or not kept. `item`: the number of the pact. */
export async function countedPactFaults(db: Db, { limit }: { readonly limit: number }): Promise<readonly TallyFault[]> {
  const { rows } = await sql<TallyFault>`
    select edition, coalesce('d-' || department, 'fr') as area, size, standing, 'listed' as subject, pact_id::text as item, 0 as level,
      coalesce(signed_on::text, '') as value, sum(kept)::integer as kept, sum(1 - kept)::integer as recounted
    from (
      select * from (select ${COLUMNS}, 1 as kept from counted_pact except select ${COLUMNS}, 1 from pact_facet) more
      union all
      select * from (select ${COLUMNS}, 0 from pact_facet except select ${COLUMNS}, 0 from counted_pact) less
    ) apart
    group by edition, department, size, standing, pact_id, signed_on order by pact_id limit ${limit}`.execute(db);
  return rows;
}
