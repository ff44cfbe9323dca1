/** The public page where the whole thread of one promise of a pact stands; null for a grouping, which has none. */
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { localCommitmentAddress, principleAddress, threadAddress } from '#ui/addresses.ts';

/** Without the name of the place: the page sends on to its own address. */
export function threadLink(
  place: PlaceCode,
  { edition, item }: { readonly edition: string; readonly item: string },
): string | null {
  const key = commitmentKeyOf(item);
  if (place.kind !== 'municipality' || key === null) return null;
  const here = { ...place, slug: '' };
  switch (key.kind) {
    case 'measure':
      return threadAddress(here, key.measure, edition);
    case 'principle':
      return principleAddress(here, key.letter, edition);
    case 'local':
      return localCommitmentAddress(here, key.local);
  }
}
