/** What follow-up committees keep about one person, for their copy of everything. */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Stores } from '../stores.ts';

export async function keptInCommittees(
  stores: Stores,
  about: { readonly person: string; readonly email: string },
): Promise<Json> {
  return (await stores.committees.keptAbout(about)).map(({ place, name, quality, namedAt, leftAt }) => ({
    lieu: place,
    nom: name,
    qualite: quality,
    depuis: namedAt.toISOString(),
    jusque: leftAt?.toISOString() ?? null,
  }));
}
