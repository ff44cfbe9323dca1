/**
 * A person asks that their name leave the directory of a place: the entry goes with its other spellings, its address, the askings
 * and the links sent to it. The sheets that named them name « somebody of the town hall » instead, and the news that they said
 * stay, said by nobody in particular. The published plans that show the name are to be published again without it; a version that
 * was frozen never changes.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { inDirectory, touchPlansNaming, type CannotKeepEntry } from './keep-entry.ts';
import { textsNaming, type TextNaming } from './texts-naming.ts';

export type EraseEntry = {
  readonly place: PlaceCode;
  readonly entry: number;
  /** It cannot be undone: said on purpose. */
  readonly confirmed: boolean;
  /** Whoever asks was told which texts hold the name (`texts-name-entry`), and erases all the same. */
  readonly textsSeen: boolean;
  /** The name that stands on the sheets instead, the same for everybody erased. */
  readonly somebody: string;
};

export type CannotEraseEntry =
  | CannotKeepEntry
  | { readonly kind: 'erasing-not-confirmed' }
  | { readonly kind: 'entry-not-a-person' }
  /** Once forgotten, the name is found in them no more. */
  | { readonly kind: 'texts-name-entry'; readonly texts: readonly TextNaming[] };

export async function eraseEntry(
  stores: Stores,
  actor: Actor,
  { place, entry, confirmed, textsSeen, somebody }: EraseEntry,
  now: Date,
): Promise<Result<{ readonly actions: number }, CannotEraseEntry>> {
  return await inDirectory<{ readonly actions: number }, CannotEraseEntry>(
    stores,
    { actor, place, act: 'erase-entry' },
    async (all, { role, by }) => {
      const before = await all.directory.find(place, entry);
      if (before === null) return refuse({ kind: 'unknown-entry' });
      if (before.kind !== 'person') return refuse({ kind: 'entry-not-a-person' });
      if (!confirmed) return refuse({ kind: 'erasing-not-confirmed' });
      const used = (await all.directory.of(place)).find(({ id }) => id === entry);
      const texts = used === undefined || textsSeen ? [] : await textsNaming(all, place, used);
      if (texts.length > 0) return refuse({ kind: 'texts-name-entry', texts });
      const named = { kind: 'person', name: somebody, isElected: false, isPublic: true, email: null } as const;
      const into =
        (await all.directory.named(place, named))?.id ?? (await all.directory.add(place, { ...named, at: now }));
      if (into === entry) return refuse({ kind: 'entry-merged-into-itself' });
      await touchPlansNaming(all, entry);
      const actions = await all.directory.erase(place, { from: entry, into });
      if (before.email !== null) await all.mail.eraseTo(before.email, { kind: 'news-asked' });
      await all.journal.append({
        at: now,
        act: 'erase-entry',
        actor: role,
        subject: { kind: 'directory-entry', id: entry },
        says: { by, into, actions: [...actions] },
      });
      return accept({ actions: actions.length });
    },
  );
}
