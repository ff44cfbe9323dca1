/** A promise as a line: what it is called, and where it is followed. */
import type { Edition } from '#domain/charter/edition.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { localCalled, measureCalled, principleCalled } from '#ui/messages/commitments.fr.ts';
import { promisePage } from './promise-page.ts';

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
  place: Parameters<typeof promisePage>[0],
  edition: Edition | null,
  of: { readonly edition: string; readonly item: string; readonly local: string | null },
): CommitmentLine {
  const { item } = of;
  const key = commitmentKeyOf(item);
  const named = { edition: of.edition, item };
  const href = promisePage(place, of);
  switch (key?.kind) {
    case 'measure': {
      const title = edition?.measures.find(({ number }) => number === key.measure)?.title ?? null;
      return { ...named, label: measureCalled(key.measure, title), href };
    }
    case 'principle': {
      const title = edition?.principles.find(({ letter }) => letter === key.letter)?.title ?? null;
      return { ...named, label: principleCalled(key.letter, title), href };
    }
    case 'local':
      return { ...named, label: localCalled(of.local), href: of.local === null ? null : href };
    case undefined:
      return { ...named, label: item, href: null };
  }
}
