/** The communes of a département or a région, by name: who signed, who was looked at. */
import { sql } from 'kysely';
import type { MunicipalityLine, NamedArea } from '#domain/observatory/figures.ts';
import type { Db } from './connection.ts';

export type CommunesAsked = {
  readonly edition: string;
  readonly area: NamedArea['area'];
  /** Those that signed nothing, too. */
  readonly every: boolean;
  /** The code of the last one of the page before. */
  readonly after: string | null;
  readonly limit: number;
};

/** One query. */
export async function communesOf(
  db: Db,
  { edition, area, every, after, limit }: CommunesAsked,
): Promise<{ readonly rows: readonly MunicipalityLine[]; readonly next: string | null }> {
  const within = sql.ref(`m.${area.kind}Code`);
  const signed = sql`exists (select from counted_pact f where f.place = m.code and f.edition = ${edition})`;
  // The page first, then what was signed in each of its communes: not in every commune of a région.
  const { rows } = await sql<MunicipalityLine>`
    select page.*, (select count(*)::integer from counted_pact f where f.place = page.code and f.edition = ${edition}) as pacts,
      (select count(*)::integer from counted_pact f where f.place = page.code and f.edition = ${edition}
        and exists (select from latest_assessment a where a.pact_id = f.pact_id)) as assessed
    from (
      select m.code, m.name, m.slug, m.population from municipality m
      where ${within} = ${area.code} and m.fictional is not true and ${every ? sql`m.merged_into is null` : signed}
        and ${after === null ? sql`true` : sql`(m.name, m.code) > (select name, code from municipality where code = ${after})`}
      order by m.name, m.code limit ${limit + 1}
    ) page
    order by page.name, page.code`.execute(db);
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.code ?? null) : null };
}
