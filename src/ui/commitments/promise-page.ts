/** The page of a promise by its item: its thread in a commune; for a grouping, that of the charter which it promises to follow. */
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import {
  editionAddress,
  localCommitmentAddress,
  measureAddress,
  principleAddress,
  threadAddress,
  type placeAddress,
} from '#ui/addresses.ts';

/** Null: it has no page. */
export function promisePage(
  place: Parameters<typeof placeAddress>[0],
  { edition, item }: { readonly edition: string; readonly item: string },
): string | null {
  const key = commitmentKeyOf(item);
  const here = place.kind === 'municipality' ? place : null;
  switch (key?.kind) {
    case 'measure':
      return here === null ? measureAddress(edition, key.measure) : threadAddress(here, key.measure, edition);
    case 'principle':
      return here === null
        ? `${editionAddress(edition)}#principe-${key.letter}`
        : principleAddress(here, key.letter, edition);
    case 'local':
      return here === null ? null : localCommitmentAddress(here, key.local);
    case undefined:
      return null;
  }
}
