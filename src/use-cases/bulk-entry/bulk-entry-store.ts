/** What the acts on bulk entries need kept. What stands behind is src/server/bulk-entry/bulk-entry-store.ts. */
import type * as kept from '#domain/bulk-entry/kept-entry.ts';
import type { ItemKey, NewEntry } from '#domain/bulk-entry/kept-entry.ts';
import type { CannotOpen } from '../drafts/open-draft.ts';
import type { ReadRefusal } from '../drafts/read-refusal.ts';

export type { ItemKey, LeftOut, NewEntry, EntryContent } from '#domain/bulk-entry/kept-entry.ts';

type Refused = CannotOpen | ReadRefusal;
export type EntryReason = kept.EntryReason<Refused>;
export type NewItem = kept.NewItem<Refused>;
export type EntryItem = kept.EntryItem<Refused>;
export type ItemChange = kept.ItemChange<Refused>;

/** A municipality as a line names it. `code` '' when only the name is there. */
export type NamedMunicipality = { readonly code: string; readonly name: string; readonly department: string };

export type MunicipalityFound =
  | { readonly kind: 'found'; readonly code: string; readonly into: string | null }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly others: readonly string[] }
  | { readonly kind: 'differ'; readonly others: readonly string[] };

export type BulkEntryStore = {
  /** The whole country once in memory, for many lines. Never guesses. */
  municipalities(): Promise<(named: NamedMunicipality) => MunicipalityFound>;
  keep(entry: NewEntry): Promise<number>;
  addItems(entry: number, items: readonly NewItem[]): Promise<void>;
  /** Of these hashes, those that stand in an entry which is still kept, unpublished: its number. */
  waitingElsewhere(sha256s: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * The next document to read, in order, marked as being read. One whose reading began before `stale` and never ended (the
   * server stopped) comes again. Null: none waits.
   */
  takeNext(at: { readonly now: Date; readonly stale: Date }): Promise<EntryItem | null>;
  /** Nobody else changes it before the end of the transaction. */
  lock(key: ItemKey): Promise<EntryItem | null>;
  change(item: number, change: ItemChange): Promise<void>;
  /** Entries whose time is over, oldest first. */
  expired(at: { readonly now: Date; readonly limit: number }): Promise<readonly number[]>;
  /** Drops drafts, files and words of what was never published. */
  forget(entry: number, at: Date): Promise<{ readonly items: number; readonly files: number }>;
};
