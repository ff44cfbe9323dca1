/** A promise as a line: what it is called, and where it is followed. */
import type { Edition } from '#domain/charter/edition.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import {
  editionAddress,
  localCommitmentAddress,
  measureAddress,
  principleAddress,
  threadAddress,
} from '#ui/addresses.ts';
import { localCalled, measureCalled, principleCalled } from '#ui/messages/commitments.fr.ts';

type Place =
  | { readonly kind: 'municipality'; readonly code: string; readonly slug: string }
  | { readonly kind: 'grouping'; readonly siren: string; readonly slug: string };

export type CommitmentLine = {
  readonly edition: string;
  readonly item: string;
  /** « Mesure 15. Mobilités actives » */
  readonly label: string;
  /** Its thread here; the charter where there is none. Null: it has no page. */
  readonly href: string | null;
};

/** `edition` null: it is not among the known charters. `local`: the words of a local commitment, null when it went away. */
export function commitmentLine(
  place: Place,
  edition: Edition | null,
  of: { readonly edition: string; readonly item: string; readonly local: string | null },
): CommitmentLine {
  const { item } = of;
  const key = commitmentKeyOf(item);
  const here = place.kind === 'municipality' ? place : null;
  const named = { edition: of.edition, item };
  switch (key?.kind) {
    case 'measure': {
      const title = edition?.measures.find(({ number }) => number === key.measure)?.title ?? null;
      const href = here === null ? measureAddress(of.edition, key.measure) : threadAddress(here, key.measure);
      return { ...named, label: measureCalled(key.measure, title), href };
    }
    case 'principle': {
      const title = edition?.principles.find(({ letter }) => letter === key.letter)?.title ?? null;
      const href =
        here === null ? `${editionAddress(of.edition)}#principe-${key.letter}` : principleAddress(here, key.letter);
      return { ...named, label: principleCalled(key.letter, title), href };
    }
    case 'local':
      return {
        ...named,
        label: localCalled(of.local),
        href: here === null || of.local === null ? null : localCommitmentAddress(here, key.local),
      };
    case undefined:
      return { ...named, label: item, href: null };
  }
}
