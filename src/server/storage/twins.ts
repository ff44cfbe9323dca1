/** Communes that resemble one (src/domain/observatory/twins.ts), found by indexes however large the country is, and what was promised there. */
import { sql, type RawBuilder } from 'kysely';
import {
  MOST_TWINS,
  populationsAlike,
  twinsOf,
  type Belonging,
  type Resembling,
  type Twin,
} from '#domain/observatory/twins.ts';
import type { Db } from './connection.ts';

export type TwinCommune = Resembling & {
  readonly name: string;
  readonly slug: string;
  /** Name of the département. */
  readonly departmentName: string;
};

export type Twins = {
  readonly here: {
    readonly code: string;
    readonly name: string;
    readonly slug: string;
    readonly departmentName: string;
    /** Null where no census is published: then nobody is known to be alike. */
    readonly population: number | null;
    readonly belonging: Belonging;
  };
  readonly twins: readonly Twin<TwinCommune>[];
};

const BELONGING = sql<Belonging>`case when t.kind is not null then t.kind when i.kind = 'metropole-de-lyon' then 'metropole'
  else coalesce(i.kind, 'none') end`;
const JOIN_GROUPINGS = sql`
  left join "grouping" i on i.siren = m.intercommunality_siren
  left join "grouping" t on t.siren = m.territorial_establishment_siren`;
const RESEMBLING = sql`m.code, m.name, m.slug, m.population, m.department_code as department, m.region_code as region,
  (select d.name from department d where d.code = m.department_code) as "departmentName", ${BELONGING} as belonging`;

/** Two queries for most, seven at the most. Null when there is no such municipality. */
export async function twinCommunes(db: Db, { code }: { readonly code: string }): Promise<Twins | null> {
  const { rows } = await sql<Omit<TwinCommune, 'population'> & { population: number | null }>`
    select ${RESEMBLING} from municipality m ${JOIN_GROUPINGS} where m.code = ${code}`.execute(db);
  const [here] = rows;
  if (here === undefined) return null;
  const { population } = here;
  if (population === null || population === 0) return { here, twins: [] };
  const resembling = { ...here, population };
  return { here, twins: twinsOf(resembling, await candidates(db, resembling)) };
}

/**
 * Ring after ring, in the order in which twins are preferred, until there are enough: most often the département is. A query a
 * ring, of the nearest in size on each side.
 */
async function candidates(db: Db, here: Resembling): Promise<readonly TwinCommune[]> {
  const rings = [
    sql`m.department_code = ${here.department}`,
    ...(here.region === null ? [] : [sql`m.region_code = ${here.region}`]),
    sql`true`,
  ];
  const same = rings.map((ring) => sql`${ring} and ${BELONGING} = ${here.belonging}`);
  const found = new Map<string, TwinCommune>();
  for (const ring of [...same, ...rings]) {
    for (const commune of await nearest(db, here, ring)) found.set(commune.code, commune);
    // Itself is among them.
    if (found.size > MOST_TWINS) break;
  }
  return [...found.values()];
}

async function nearest(db: Db, here: Resembling, where: RawBuilder<unknown>): Promise<readonly TwinCommune[]> {
  const { from, to } = populationsAlike(here.population);
  const side = (bound: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql`(
    select ${RESEMBLING} from municipality m ${JOIN_GROUPINGS}
    where ${where} and m.current and not m.fictional and ${bound}
    order by m.population ${order}, m.code limit ${MOST_TWINS + 1})`;
  const { rows } = await sql<TwinCommune>`
    ${side(sql`m.population between ${here.population} and ${Math.min(to, 2_147_483_647)}`, sql`asc`)}
    union all
    ${side(sql`m.population between ${from} and ${here.population - 1}`, sql`desc`)}`.execute(db);
  return rows;
}

export type PactThere = {
  /** Its commune of today. */
  readonly municipality: string;
  /** Name of the commune that signed, where it merged since. */
  readonly signedAs: string | null;
  readonly id: number;
  readonly edition: string;
  readonly listName: string | null;
  readonly leader: string | null;
  readonly term: { readonly from: number; readonly to: number };
  /** Measures taken at least in part. */
  readonly taken: number;
};

/** Pacts of some communes of today, and of those that merged into them, latest term first. One query. */
export async function pactsThere(db: Db, codes: readonly string[]): Promise<readonly PactThere[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<Omit<PactThere, 'term'> & { from: number; to: number }>`
    select there.of_today as municipality, case when there.code <> there.of_today then there.name end as "signedAs", p.id, p.edition, p.list_name as "listName", p.leader, p.term_from as "from", p.term_to as "to",
      (select count(*) from commitment c where c.pact_id = p.id and c.stance in ('accepted', 'partial'))::integer as taken
    from municipality there join pact p on p.municipality_code = there.code
    where there.of_today = any (${codes}::text[])
    order by p.term_from desc, p.id`.execute(db);
  return rows.map(({ from, to, ...row }) => ({ ...row, term: { from, to } }));
}
