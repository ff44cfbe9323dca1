/** Every commune and grouping of the country, page by page, for open data; those where the demonstration plays are in none. */
import { sql, type RawBuilder } from 'kysely';
import type { GroupingKind } from '#domain/territory/grouping.ts';
import { codesOfToday } from './codes-of-today.ts';
import type { Db } from './connection.ts';

export type CommuneRow = {
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly department: string;
  readonly regionCode: string | null;
  readonly region: string | null;
  readonly population: number | null;
  readonly intercommunality: { readonly siren: string; readonly name: string } | null;
  readonly territorialEstablishment: { readonly siren: string; readonly name: string } | null;
  readonly current: boolean;
  readonly pacts: number;
  readonly plans: number;
};

export type CommunesWanted = {
  readonly code?: string;
  readonly department?: string;
  readonly region?: string;
  /** SIREN. */
  readonly grouping?: string;
  readonly signed?: boolean;
  readonly current?: boolean;
};

/** By code above `after`; `limit` at most. One query. */
export async function communeRows(
  db: Db,
  { after, limit, ...wanted }: CommunesWanted & { readonly after: string; readonly limit: number },
): Promise<readonly CommuneRow[]> {
  const { rows } = await sql<CommuneRow>`
    select m.code, m.name, m.department_code, d.name as department, m.region_code, r.name as region, m.population,
      (select jsonb_build_object('siren', g.siren, 'name', g.name) from "grouping" g
        where g.siren = m.intercommunality_siren) as intercommunality,
      (select jsonb_build_object('siren', g.siren, 'name', g.name) from "grouping" g
        where g.siren = m.territorial_establishment_siren) as territorial_establishment,
      m.current,
      (select count(*)::integer from pact p where p.municipality_code = any ${codesOfToday(sql.ref('m.code'))}) as pacts,
      (select count(*)::integer from plan p where p.municipality_code = any ${codesOfToday(sql.ref('m.code'))}) as plans
    from municipality m
    join department d on d.code = m.department_code
    left join region r on r.code = m.region_code
    where m.code > ${after} and ${amongCommunes(wanted)}
    order by m.code limit ${limit}`.execute(db);
  return rows;
}

export async function countCommunes(db: Db, wanted: CommunesWanted): Promise<number> {
  const { rows } = await sql<{ communes: number }>`
    select count(*)::integer as communes from municipality m where ${amongCommunes(wanted)}`.execute(db);
  return rows[0]?.communes ?? 0;
}

function amongCommunes({ code, department, region, grouping, signed, current }: CommunesWanted): RawBuilder<unknown> {
  const rules = [sql`not m.fictional`];
  if (code !== undefined) rules.push(sql`m.code = ${code}`);
  if (department !== undefined) rules.push(sql`m.department_code = ${department}`);
  if (region !== undefined) rules.push(sql`m.region_code = ${region}`);
  if (grouping !== undefined)
    rules.push(sql`(m.intercommunality_siren = ${grouping} or m.territorial_establishment_siren = ${grouping})`);
  if (current !== undefined) rules.push(sql`m.current = ${current}`);
  if (signed !== undefined)
    rules.push(
      sql`${signed} = exists (select from pact p where p.municipality_code = any ${codesOfToday(sql.ref('m.code'))})`,
    );
  return sql.join(rules, sql` and `);
}

export type GroupingRow = {
  readonly siren: string;
  readonly name: string;
  readonly kind: GroupingKind;
  readonly population: number;
  readonly current: boolean;
  readonly communes: number;
  /** Its own, not those of its communes. */
  readonly pacts: number;
  readonly plans: number;
};

export type GroupingsWanted = {
  readonly siren?: string;
  readonly kind?: GroupingKind;
  /** With a commune there. */
  readonly department?: string;
  readonly signed?: boolean;
  readonly current?: boolean;
};

/** By SIREN above `after`; `limit` at most. One query. */
export async function groupingRows(
  db: Db,
  { after, limit, ...wanted }: GroupingsWanted & { readonly after: string; readonly limit: number },
): Promise<readonly GroupingRow[]> {
  const { rows } = await sql<GroupingRow>`
    select g.siren, g.name, g.kind, g.population, g.current,
      (select count(*)::integer from municipality m where m.current
        and (m.intercommunality_siren = g.siren or m.territorial_establishment_siren = g.siren)) as communes,
      (select count(*)::integer from pact p where p.grouping_siren = g.siren) as pacts,
      (select count(*)::integer from plan p where p.grouping_siren = g.siren) as plans
    from "grouping" g where g.siren > ${after} and ${amongGroupings(wanted)}
    order by g.siren limit ${limit}`.execute(db);
  return rows;
}

export async function countGroupings(db: Db, wanted: GroupingsWanted): Promise<number> {
  const { rows } = await sql<{ groupings: number }>`
    select count(*)::integer as groupings from "grouping" g where ${amongGroupings(wanted)}`.execute(db);
  return rows[0]?.groupings ?? 0;
}

function amongGroupings({ siren, kind, department, signed, current }: GroupingsWanted): RawBuilder<unknown> {
  const rules = [sql`true`];
  if (siren !== undefined) rules.push(sql`g.siren = ${siren}`);
  if (kind !== undefined) rules.push(sql`g.kind = ${kind}`);
  if (current !== undefined) rules.push(sql`g.current = ${current}`);
  if (signed !== undefined) rules.push(sql`${signed} = exists (select from pact p where p.grouping_siren = g.siren)`);
  if (department !== undefined)
    rules.push(sql`exists (select from municipality m where m.department_code = ${department}
      and g.siren in (m.intercommunality_siren, m.territorial_establishment_siren))`);
  return sql.join(rules, sql` and `);
}
