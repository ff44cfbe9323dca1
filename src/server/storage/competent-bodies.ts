/**
 * Which grouping a text means by "Établissement public territorial Paris-Est-Marne et Bois".
 *
 * Looked for among the groupings of the place that signs: elsewhere, the same words are somebody else. The name of
 * the grouping must stand whole in the words; "l'intercommunalité" alone names nobody for sure, and stays as written.
 */
import type { PlaceCode } from '#domain/shared/place.ts';
import { foldName } from '#domain/territory/fold.ts';
import type { Db } from './connection.ts';

/** SIREN by the name as written; a name that resolves to none, or to several, is absent. At most one query. */
export async function resolveCompetentBodies(
  db: Db,
  { names, place }: { readonly names: readonly string[]; readonly place: PlaceCode },
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0 || place.kind !== 'municipality') return new Map();
  const groupings = await db
    .selectFrom('grouping')
    .innerJoin('municipality', (join) =>
      join.on(({ eb, or }) =>
        or([
          eb('municipality.intercommunalitySiren', '=', eb.ref('grouping.siren')),
          eb('municipality.territorialEstablishmentSiren', '=', eb.ref('grouping.siren')),
        ]),
      ),
    )
    .select(['grouping.siren', 'grouping.name'])
    .where('municipality.code', '=', place.code)
    .execute();
  const resolved = new Map<string, string>();
  for (const name of new Set(names)) {
    const words = ` ${foldName(name)} `;
    const named = groupings.filter((grouping) => words.includes(` ${foldName(grouping.name)} `));
    const only = named.length === 1 ? named[0] : undefined;
    if (only !== undefined) resolved.set(name, only.siren);
  }
  return resolved;
}
