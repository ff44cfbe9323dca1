/**
 * How many communes there are in each part of the country: the denominator of the observatory, kept with the territory.
 * The view `recounted_municipality` says it (migration 0119); the table keeps it.
 */
import { sql } from 'kysely';
import type { TallyFault } from '#domain/observatory/tally-fault.ts';
import type { Db } from './connection.ts';

/** After a change of the territory. Two queries. */
export async function keepMunicipalityCounts(db: Db): Promise<void> {
  await sql`delete from municipality_count`.execute(db);
  // Two at once say the same.
  await sql`
    insert into municipality_count select area, size, municipalities from recounted_municipality order by area, size
    on conflict (area, size) do update set municipalities = excluded.municipalities`.execute(db);
}

/** Parts of the country that are said to have more or fewer communes than they have. */
export async function municipalityCountFaults(
  db: Db,
  { limit }: { readonly limit: number },
): Promise<readonly TallyFault[]> {
  const { rows } = await sql<TallyFault>`
    select '*' as edition, area, size, 'all' as standing, 'communes' as subject, '' as item, 0 as level, '' as value,
      coalesce(k.municipalities, 0) as kept, coalesce(r.municipalities, 0) as recounted
    from municipality_count k full join recounted_municipality r using (area, size)
    where k.municipalities is distinct from r.municipalities
    order by area, size limit ${limit}`.execute(db);
  return rows;
}
