/** The people, services and organisations that a place names in its plans, kept. */
import type { DirectoryEntry, EntryKind, PublishedNames, NewEntry, UsedEntry } from '#domain/plan/directory-entry.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export type { PublishedNames, NewEntry, UsedEntry };

export type DirectoryStore = {
  /** By kind, then by name; those who left last. Merged ones are not there. */
  of(place: PlaceCode): Promise<readonly UsedEntry[]>;
  /** Looked up through its place; null: it has no such entry, or it was merged into another. */
  find(place: PlaceCode, id: number): Promise<DirectoryEntry | null>;
  /** Found again whatever its capitals. */
  named(place: PlaceCode, same: { readonly kind: EntryKind; readonly name: string }): Promise<DirectoryEntry | null>;
  add(place: PlaceCode, entry: NewEntry & { readonly at: Date }): Promise<number>;
  /** False: it is no longer at `version`. */
  change(
    place: PlaceCode,
    entry: NewEntry & { readonly id: number; readonly version: number; readonly leftOn: string | null },
  ): Promise<boolean>;
  /** Everything that names `from` names `into` from now on. How many actions that changed. */
  merge(place: PlaceCode, both: { readonly from: number; readonly into: number }): Promise<readonly number[]>;
  /** Like `merge`; then `from` is gone, with whatever was merged into it, asked of it and sent to it. What it said stays. */
  erase(place: PlaceCode, both: { readonly from: number; readonly into: number }): Promise<readonly number[]>;
  /** Working plans of which a sheet names it, removed actions left out. */
  plansNaming(entry: number): Promise<readonly number[]>;
  /** Published plans that everybody still reads with names that the directory shows no more, or shows otherwise. */
  stillShown(place: PlaceCode): Promise<readonly PublishedNames[]>;
  /** Entries with this address, what was asked of them and what they said. */
  keptAbout(email: string): Promise<Json>;
  /** What of `ids` this place has, merged ones left out. */
  among(place: PlaceCode, ids: readonly number[]): Promise<readonly DirectoryEntry[]>;
};
