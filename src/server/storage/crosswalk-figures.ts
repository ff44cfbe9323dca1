/** Who took the relatives of a promise: in the country, and in one commune. */
import { sql } from 'kysely';
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { Stance } from '#domain/pact/stance.ts';
import type { Db } from './connection.ts';

/** The denominator: pacts signed against the edition; and those that took the promise, at least in part. */
export type RelativeTaken = CharterPromise & {
  readonly taken: number;
  readonly pacts: number;
  readonly asOf: Date | null;
};

/** One query, over the kept figures of the country. */
export async function takenOf(db: Db, promises: readonly CharterPromise[]): Promise<readonly RelativeTaken[]> {
  if (promises.length === 0) return [];
  const { rows } = await sql<RelativeTaken>`
    select p.edition, p.item,
      coalesce((select sum(count)::integer from tally where edition = p.edition and area = 'fr' and size = 'all'
        and standing = 'all' and subject = 'stance' and item = p.item and level = 0
        and value in ('accepted', 'partial')), 0) as taken,
      coalesce((select count from tally where edition = p.edition and area = 'fr' and size = 'all' and standing = 'all'
        and subject = 'pacts' and item = '' and level = 0 and value = ''), 0) as pacts,
      (select counted_at from tally_date where edition = p.edition) as as_of
    from jsonb_to_recordset(${JSON.stringify(promises)}::jsonb) as p (edition text, item text)`.execute(db);
  return rows;
}

/** What pacts of one commune said of these promises of other charters. */
export type SaidHere = CharterPromise & {
  readonly pact: number;
  readonly listName: string | null;
  readonly stance: Stance;
};

export async function saidHere(
  db: Db,
  { municipality, promises }: { readonly municipality: string; readonly promises: readonly CharterPromise[] },
): Promise<readonly SaidHere[]> {
  if (promises.length === 0) return [];
  const { rows } = await sql<SaidHere>`
    select p.edition, p.item, pact.id as pact, pact.list_name, coalesce(c.stance, pp.stance) as stance
    from jsonb_to_recordset(${JSON.stringify(promises)}::jsonb) as p (edition text, item text)
    join pact on pact.edition = p.edition and pact.municipality_code = ${municipality}
    left join commitment c on c.pact_id = pact.id and 'm' || c.measure = p.item
    left join pact_principle pp on pp.pact_id = pact.id and 'p' || pp.letter = p.item
    where coalesce(c.stance, pp.stance) is not null
    order by pact.id limit 100`.execute(db);
  return rows;
}
