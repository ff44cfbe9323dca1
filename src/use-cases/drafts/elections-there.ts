/** The elections that open a term where a document comes from: in a municipality its own too, elsewhere the general ones. */
import type { PlaceElections } from '#domain/pact/term.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Stores } from '../stores.ts';

export async function electionsThere(
  stores: Pick<Stores, 'campaign'>,
  place: PlaceCode | null,
): Promise<PlaceElections> {
  if (place?.kind === 'municipality') return await stores.campaign.electionsIn(place.code);
  return (await stores.campaign.elections()).filter(({ kind }) => kind === 'general');
}
