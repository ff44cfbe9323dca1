/** A person, a service or an organisation that a place names in its plans: written once, renamed once. */
export const ENTRY_KINDS = ['person', 'service', 'organisation'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export type DirectoryEntry = {
  readonly id: number;
  readonly kind: EntryKind;
  /** 1 to 200 characters. */
  readonly name: string;
  /** Of a person: their name is public with their mandate. */
  readonly isElected: boolean;
  /** Of a person: they agreed that their name be shown. Services and organisations are public by nature. */
  readonly isPublic: boolean;
  readonly email: string | null;
  /** Somebody who left is asked nothing any more, and stays in what was said. */
  readonly leftOn: string | null;
  readonly version: number;
};

/** A name that is not an elected official's is private unless the person agreed. */
export function isNamePublic(entry: Pick<DirectoryEntry, 'kind' | 'isElected' | 'isPublic'>): boolean {
  return entry.kind !== 'person' || entry.isElected || entry.isPublic;
}

export type NewEntry = {
  readonly kind: EntryKind;
  readonly name: string;
  readonly isElected: boolean;
  readonly isPublic: boolean;
  readonly email: string | null;
};

export type UsedEntry = DirectoryEntry & {
  /** Actions that name it, in whatever role, removed ones left out; `leads`: of them, those it leads. */
  readonly actions: number;
  readonly leads: number;
  /** Entries that were merged into it. */
  readonly merged: readonly string[];
};

/** Until its next version, a published plan shows the names that the one before froze. */
export type PublishedNames = { readonly plan: number; readonly title: string; readonly names: readonly string[] };
