/** Collectives as rows: for the list, its search and its downloads. Only confirmed ones are listed. */
import { sql, type RawBuilder } from 'kysely';
import { foldName } from '#domain/territory/fold.ts';
import type { CollectiveState } from '#domain/collective/collective.ts';
import { codesOfToday } from './codes-of-today.ts';
import type { Db } from './connection.ts';
import type { PlaceRef } from './places.ts';

export type CollectiveRow = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly state: CollectiveState;
  readonly members: number;
  readonly confirmedAt: Date;
  readonly places: readonly (PlaceRef & { readonly department: string | null })[];
};

/** `q`: in the name of the collective, of a place or of its département, without accents nor case. */
export type CollectivesWanted = {
  readonly q?: string;
  readonly id?: number;
  readonly state?: 'active' | 'dormant';
  /** INSEE code, of then or of the commune of today, or SIREN. */
  readonly place?: string;
  readonly department?: string;
  /** Those of places where the demonstration plays, too. */
  readonly played?: boolean;
};

/** By number, for downloads; `next` is to be passed as `after`. */
export async function collectiveRows(
  db: Db,
  {
    after = 0,
    limit = 1000,
    q = '',
    played = true,
    ...held
  }: CollectivesWanted & { readonly after?: number; readonly limit?: number },
): Promise<{ readonly rows: readonly CollectiveRow[]; readonly next: number | null }> {
  const wanted = foldName(q);
  // Some hundreds in the whole country: read, then looked through, so that words fold as everywhere else.
  const { rows } = await sql<CollectiveRow>`
    select c.id, c.slug, c.name, c.state, c.confirmed_at,
      (select count(*) from collective_member m where m.collective_id = c.id) as members,
      (select coalesce(json_agg(case when m.code is null
           then json_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name, 'slug', g.slug,
                  'population', g.population, 'department', null)
           else json_build_object('kind', 'municipality', 'code', m.code, 'name', m.name, 'slug', m.slug,
                  'population', m.population, 'department', d.name) end
         order by m.population desc nulls last, m.code), '[]')
       from collective_place p
       left join municipality m on m.code = p.municipality_code
       left join department d on d.code = m.department_code
       left join "grouping" g on g.siren = p.grouping_siren
       where p.collective_id = c.id) as places
    from collective c
    where c.state in ('active', 'dormant') and c.id > ${after} ${held.id === undefined ? sql`` : sql`and c.id = ${held.id}`}
      ${held.state === undefined ? sql`` : sql`and c.state = ${held.state}`}
      ${held.place === undefined ? sql`` : withPlace(sql`(p.grouping_siren = ${held.place} or p.municipality_code = any ${codesOfToday(held.place)})`)}
      ${held.department === undefined ? sql`` : withPlace(sql`m.department_code = ${held.department}`)}
      ${played ? sql`` : withPlace(sql`m.fictional is not true`)}
    order by c.id
    limit ${wanted === '' ? limit + 1 : 20_000}`.execute(db);
  const found = wanted === '' ? rows : rows.filter((row) => mentions(row, wanted));
  const shown = found.slice(0, limit);
  return { rows: shown, next: found.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

function withPlace(rule: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`and exists (select from collective_place p left join municipality m on m.code = p.municipality_code
    where p.collective_id = c.id and ${rule})`;
}

function mentions({ name, places }: CollectiveRow, wanted: string): boolean {
  return [name, ...places.flatMap((place) => [place.name, place.department ?? ''])].some((word) =>
    foldName(word).includes(wanted),
  );
}
