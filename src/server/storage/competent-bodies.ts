/**
 * Which grouping a text means by "Établissement public territorial Paris-Est-Marne et Bois".
 * Names are resolved among the groupings of the place that signs: elsewhere, the same words are somebody else.
 */
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';

/** SIREN by the name as written; a name that resolves to nothing, or to several, is absent. */
export async function resolveCompetentBodies(
  db: Db,
  { names, place }: { readonly names: readonly string[]; readonly place: PlaceCode },
): Promise<ReadonlyMap<string, string>> {
  void db;
  void names;
  void place;
  return new Map();
}
