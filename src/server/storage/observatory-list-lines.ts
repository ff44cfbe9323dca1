/** What a line of a list of the observatory shows, for the pacts and places of one page (./observatory-lists.ts). */
import { sql } from 'kysely';
import type { Area } from '#domain/observatory/cell.ts';
import type { Db } from './connection.ts';
import type { ListedPact, ListedPlace } from './observatory-lists.ts';
import type { PlaceRef } from './places.ts';
import { selectMarks, selectPacts, toMark, toPactRef, type CommitmentMark, type PactRef } from './views.ts';

/** `mark`: what it says of the measure of the list; null: the list is of no measure. */
export type PactLine = { readonly pact: PactRef; readonly mark: CommitmentMark | null };

/** Two queries, one when the list is of no measure. A pact withdrawn meanwhile is not there. */
export async function pactLines(db: Db, listed: readonly ListedPact[]): Promise<readonly PactLine[]> {
  if (listed.length === 0) return [];
  const ids = [...new Set(listed.map(({ pact }) => pact))];
  const measures = [...new Set(listed.flatMap(({ measure }) => measure ?? []))];
  const [pacts, marks] = await Promise.all([
    selectPacts(db).where('pact.id', 'in', ids).execute(),
    measures.length === 0
      ? []
      : selectMarks(db).where('commitment.pactId', 'in', ids).where('measure', 'in', measures).execute(),
  ]);
  const refs = new Map(pacts.map((row) => [row.id, toPactRef(row)]));
  const said = new Map(marks.map((row) => [`${row.pactId} ${row.measure}`, toMark(row)]));
  return listed.flatMap(({ pact, measure }) => {
    const ref = refs.get(pact);
    return ref === undefined
      ? []
      : [{ pact: ref, mark: measure === null ? null : (said.get(`${pact} ${measure}`) ?? null) }];
  });
}

export type PlaceLine = { readonly place: PlaceRef; readonly pacts: number };

/** One query; in the order given. */
export async function placeLines(db: Db, listed: readonly ListedPlace[]): Promise<readonly PlaceLine[]> {
  const codes = listed.map(({ place }) => place);
  const { rows } = await sql<{ code: string; place: PlaceRef }>`
    select code, jsonb_build_object('kind', 'municipality', 'code', code, 'name', name, 'slug', slug, 'population', population) as place
    from municipality where code = any (${codes}::text[])
    union all
    select siren, jsonb_build_object('kind', 'grouping', 'siren', siren, 'name', name, 'slug', slug, 'population', population)
    from "grouping" where siren = any (${codes}::text[])`.execute(db);
  const places = new Map(rows.map(({ code, place }) => [code, place]));
  return listed.flatMap(({ place, pacts }) => {
    const ref = places.get(place);
    return ref === undefined ? [] : [{ place: ref, pacts }];
  });
}

export type AreaFacts = {
  /** '' for the country; null: there is no such area. */
  readonly name: string | null;
  /** When a figure of the edition last changed. */
  readonly asOf: Date | null;
};

/** One query. */
export async function areaFacts(
  db: Db,
  { area, edition }: { readonly area: Area; readonly edition: string },
): Promise<AreaFacts> {
  const name =
    area.kind === 'country'
      ? sql`''`
      : area.kind === 'region'
        ? sql`(select name from region where code = ${area.code})`
        : sql`(select name from department where code = ${area.code} and region_code is not null)`;
  const { rows } = await sql<AreaFacts>`
    select ${name} as name, (select counted_at from tally_date where edition = ${edition}) as as_of`.execute(db);
  return rows[0] ?? { name: null, asOf: null };
}
