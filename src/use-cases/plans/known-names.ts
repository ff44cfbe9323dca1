/**
 * Entries of a place's directory by their names: found again, or added. A person added so is private: nobody is shown
 * because somebody typed their name, in whatever field.
 */
import { tidyLine } from '#domain/plan/check-sheet.ts';
import type { EntryKind } from '#domain/plan/directory-entry.ts';
import { looksLikePerson } from '#domain/plan/exchange/name-hints.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { NewJournalEvent, Stores } from '../stores.ts';

export type WrittenName = {
  readonly kind: EntryKind;
  readonly name: string;
  readonly isElected: boolean;
  /** Found again as whatever it is; `kind` is what it is added as. */
  readonly anyKind?: boolean;
  /** A person said what it is, rather than the field where it is typed: it is added so however it is written. */
  readonly isKindSaid?: boolean;
};

export type Known = {
  /** Numbers in the order of the names given; one that was empty or too long is null. */
  readonly entries: readonly (number | null)[];
  /** For the journal, last in the transaction; no name in them. */
  readonly events: readonly NewJournalEvent[];
};

export const MOST_NAME = 200;

/** A name that is there as another kind is another entry: a service may bear the name of a person. */
export async function knownNames(
  all: Stores,
  place: PlaceCode,
  { names, by, role, at }: { names: readonly WrittenName[]; by: string; role: string; at: Date },
): Promise<Known> {
  const known = new Map<string, number>();
  const whatever = new Map<string, number>();
  for (const { id, kind, name } of await all.directory.of(place)) {
    known.set(keyOf({ kind, name }), id);
    whatever.set(name.toLowerCase(), id);
  }
  const entries: (number | null)[] = [];
  const events: NewJournalEvent[] = [];
  for (const { kind: asked, name: typed, isElected: elected, anyKind = false, isKindSaid = false } of names) {
    const name = tidyLine(typed);
    if (name === '' || [...name].length > MOST_NAME) {
      entries.push(null);
      continue;
    }
    const kind = isKindSaid || !looksLikePerson(name) ? asked : 'person';
    const there =
      known.get(keyOf({ kind: asked, name })) ??
      known.get(keyOf({ kind, name })) ??
      (anyKind ? whatever.get(name.toLowerCase()) : undefined);
    if (there !== undefined) {
      entries.push(there);
      continue;
    }
    const isElected = kind === 'person' && elected;
    const isPublic = kind !== 'person';
    const id = await all.directory.add(place, { kind, name, isElected, isPublic, email: null, at });
    known.set(keyOf({ kind, name }), id);
    whatever.set(name.toLowerCase(), id);
    entries.push(id);
    const subject = { kind: 'directory-entry', id } as const;
    events.push({ at, act: 'keep-entry', actor: role, subject, says: { by, kind, isElected, isPublic } });
  }
  return { entries, events };
}

function keyOf({ kind, name }: Pick<WrittenName, 'kind' | 'name'>): string {
  return `${kind} ${name.toLowerCase()}`;
}
