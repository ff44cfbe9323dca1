/**
 * The grouping that a text names (src/domain/territory/competent-body.ts), asked of the database.
 */
import { sql } from 'kysely';
import type { PlaceCode } from '#domain/shared/place.ts';
import { resolveCompetentBody as resolve, type NamedGrouping } from '#domain/territory/competent-body.ts';
import { nameWithoutKind } from '#domain/territory/grouping-name.ts';
import type { Siren } from '#domain/territory/grouping.ts';
import type { Db } from './connection.ts';

/** Null: unknown, or not sure. `municipalityCode`: where the text speaks from; without it only whole names are understood. */
export async function resolveCompetentBody(db: Db, words: string, municipalityCode?: string): Promise<Siren | null> {
  return (
    await bodyResolver(db, municipalityCode === undefined ? null : { kind: 'municipality', code: municipalityCode })
  )(words);
}

/** For the many names of one document: two queries, then none. A grouping has itself for its own. */
export async function bodyResolver(db: Db, from: PlaceCode | null): Promise<(words: string) => Siren | null> {
  // One after the other: `db` may be a transaction, which has one connection.
  const rows = await db.selectFrom('grouping').select(['siren', 'name', 'kind']).where('current', '=', true).execute();
  const own = await ownOf(db, from);
  const all = rows.map((row): NamedGrouping => ({
    ...row,
    name: nameWithoutKind(row.name),
    siren: row.siren as Siren,
  }));
  const groupings = { all, own: all.filter(({ siren }) => own.sirens.includes(siren)), members: own.members };
  return (words) => resolve(words, groupings);
}

type Own = { readonly sirens: readonly string[]; readonly members: readonly string[] };

async function ownOf(db: Db, from: PlaceCode | null): Promise<Own> {
  if (from === null) return { sirens: [], members: [] };
  const sirens =
    from.kind === 'grouping'
      ? sql<string>`select ${from.siren}`
      : sql<string>`select unnest(array[intercommunality_siren, territorial_establishment_siren])
          from municipality where code = ${from.code}`;
  const { rows } = await sql<{ siren: string; name: string }>`
    with own as (${sirens})
    select g.siren, m.name from grouping g
    join municipality m on g.siren in (m.intercommunality_siren, m.territorial_establishment_siren)
    where g.siren in (select * from own)
  `.execute(db);
  return { sirens: [...new Set(rows.map((row) => row.siren))], members: [...new Set(rows.map((row) => row.name))] };
}
