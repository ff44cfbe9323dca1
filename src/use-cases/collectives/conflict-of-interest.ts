/**
 * Elected officials and people on a list are on the other side of the table: they cannot be members of a collective.
 * Whoever says so, or holds such a role here, is refused; a name found on a known list is told to the coordinators.
 */
import type { Person } from '#domain/access/gate.ts';
import type { Declaration, FoundOnList } from '#domain/collective/membership.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { Stores } from '../stores.ts';

export type HoldsSuchARole = { readonly kind: 'elected' | 'on-a-list' };

/** Null: nothing bars. A representative of any list is on one. */
export function barredBy(
  person: Person,
  { declaration, places }: { readonly declaration: Declaration; readonly places: readonly PlaceCode[] },
): HoldsSuchARole | null {
  if (declaration !== 'neither') return { kind: declaration };
  const codes = new Set(places.map(codeOf));
  for (const holding of person.holds) {
    if (holding.role === 'list-representative') return { kind: 'on-a-list' };
    if (holding.role === 'elected-official' && codes.has(codeOf(holding.place))) return { kind: 'elected' };
  }
  return null;
}

/** Lists of these places on which the name stands, each once. */
export async function foundOnLists(
  stores: Stores,
  { name, places, now }: { readonly name: string; readonly places: readonly PlaceCode[]; readonly now: Date },
): Promise<readonly FoundOnList[]> {
  const found = new Map<number, FoundOnList>();
  for (const place of places) {
    if (place.kind !== 'municipality') continue;
    const asked = {
      name,
      municipality: place.code,
      today: dayIn(now, (await stores.places.facts(place))?.zone ?? 'Europe/Paris'),
    };
    for (const { list, listName } of await stores.campaign.isOnAList(asked)) {
      if (!found.has(list)) found.set(list, { list, name: listName, place });
    }
  }
  return [...found.values()];
}
