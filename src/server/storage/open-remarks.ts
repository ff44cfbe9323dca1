/** Remarks under promises, as their page shows them, page by page, for open data. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';
import { ofPlaces, type PlansWanted } from './open-plans.ts';
import type { PlaceRef } from './places.ts';

export type RemarksWanted = Omit<PlansWanted, 'plan'> & {
  readonly id?: number;
  readonly pact?: number;
  readonly item?: string;
};

export type OpenRemarkRow = {
  readonly id: number;
  readonly pact: number;
  readonly place: PlaceRef;
  readonly listName: string | null;
  readonly termFrom: number;
  readonly edition: string;
  readonly item: string;
  readonly name: string | null;
  readonly quality: string;
  readonly sentence: string;
  /** How many proofs stand beside it. */
  readonly evidence: number;
  readonly saidAt: Date;
  /** Null: it is shown. A hidden one keeps its line, without its words. */
  readonly hiddenReason: string | null;
};

/** By number above `after`; one that was taken back is in none. One query. */
export async function openRemarkRows(
  db: Db,
  { after, limit, id, pact, item, ...places }: RemarksWanted & { readonly after: number; readonly limit: number },
): Promise<readonly OpenRemarkRow[]> {
  const shown = (value: string, hidden: string) =>
    sql.raw(`case when r.hidden_at is null then ${value} else ${hidden} end`);
  const { rows } = await sql<OpenRemarkRow>`
    select r.id, p.id as pact, p.list_name, p.term_from, p.edition, r.item, r.said_at, r.hidden_reason,
      ${shown('r.name', 'null')} as name, ${shown('r.quality', `''`)} as quality, ${shown('r.sentence', `''`)} as sentence,
      ${shown('jsonb_array_length(r.evidence)', '0')} as evidence,
      coalesce(
        (select jsonb_build_object('kind', 'municipality', 'code', m.code, 'name', m.name) from municipality m
          where m.code = p.municipality_code),
        (select jsonb_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name) from "grouping" g
          where g.siren = p.grouping_siren)) as place
    from remark r join pact p on p.id = r.pact_id
    where r.withdrawn_at is null and r.id > ${after} and ${ofPlaces('p', places)}
      ${id === undefined ? sql`` : sql`and r.id = ${id}`}
      ${pact === undefined ? sql`` : sql`and p.id = ${pact}`}
      ${item === undefined ? sql`` : sql`and r.item = ${item}`}
    order by r.id limit ${limit}`.execute(db);
  return rows;
}
