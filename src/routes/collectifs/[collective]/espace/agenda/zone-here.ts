/** Where the clocks of a collective are set: in its first place. */
import type { Stores } from '#use-cases/stores.ts';

export async function zoneHere(stores: Stores, id: number): Promise<string> {
  const place = (await stores.collectives.find(id))?.places[0];
  const facts = place === undefined ? null : await stores.places.facts(place);
  return facts?.zone ?? 'Europe/Paris';
}
