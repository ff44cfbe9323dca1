/** Names typed in filters that are of nothing: nothing is known of what does not exist, and it is never told as zero. */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from './connection.ts';

/** What has each filter's value, under the name of the filter. */
const KNOWN: Readonly<Record<string, (typed: string) => RawBuilder<unknown>>> = {
  charte: (id) => sql`select from pact where edition = ${id}`,
  commune: (code) =>
    sql`select from municipality where code = ${code} union all select from municipality_former_name where code = ${code}`,
  intercommunalite: (siren) => sql`select from "grouping" where siren = ${siren}`,
  departement: (code) => sql`select from department where code = ${code}`,
  region: (code) => sql`select from region where code = ${code}`,
};

/** In the order of the address; `isCharter`: of which there is an edition, signed or not. One query, none where nothing is asked. */
export async function unknownFilters(
  db: Db,
  query: Readonly<Record<string, string>>,
  { isCharter }: { readonly isCharter: (id: string) => boolean },
): Promise<readonly string[]> {
  const asked = Object.entries(query).flatMap(([name, typed]) => {
    const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
    return known === undefined || (name === 'charte' && isCharter(typed)) ? [] : [{ name, exists: known(typed) }];
  });
  if (asked.length === 0) return [];
  const { rows } = await sql<{ name: string; known: boolean }>`${sql.join(
    asked.map(({ name, exists }) => sql`select ${name}::text as name, exists (${exists}) as known`),
    sql` union all `,
  )}`.execute(db);
  return rows.filter(({ known }) => !known).map(({ name }) => name);
}
