/**
 * Which grouping a text means by "Établissement public territorial Paris-Est-Marne et Bois", for all the names of one
 * pact. How a name is understood: src/domain/territory/competent-body.ts.
 */
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { bodyResolver } from './territory-bodies.ts';

/** SIREN by the name as written; a name that resolves to none, or to several, is absent. At most two queries. */
export async function resolveCompetentBodies(
  db: Db,
  { names, place }: { readonly names: readonly string[]; readonly place: PlaceCode },
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const resolve = await bodyResolver(db, place);
  const resolved = new Map<string, string>();
  for (const name of new Set(names)) {
    const siren = resolve(name);
    if (siren !== null) resolved.set(name, siren);
  }
  return resolved;
}
