/** What the acts on bulk entries need kept. What stands behind is src/server/bulk-entry/bulk-entry-store.ts. */
import type { PlaceCode } from '#domain/shared/place.ts';
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

/** A place as a line names it; '' for what the line does not say. `siren` and `grouping`: of a grouping, number and name. */
export type NamedPlace = {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly siren: string;
  readonly grouping: string;
};

export type PlaceFound =
  /** `into`: the municipality of today, for one that merged since. */
  | { readonly kind: 'found'; readonly place: PlaceCode; readonly into: string | null }
  | { readonly kind: 'none'; readonly of: PlaceCode['kind'] }
  | { readonly kind: 'several'; readonly of: PlaceCode['kind']; readonly others: readonly string[] }
  /** The code is of one commune, the name of another. */
  | { readonly kind: 'differ'; readonly others: readonly string[] }
  /** A commune, and a grouping that does not hold it. */
  | { readonly kind: 'two-places'; readonly others: readonly string[] };

export type BulkEntryStore = {
  /** The whole country once in memory, for many lines. Never guesses. */
  places(): Promise<(named: NamedPlace) => PlaceFound>;
  keep(entry: NewEntry): Promise<number>;
  addItems(entry: number, items: readonly NewItem[]): Promise<void>;
  /** Of these hashes, those that wait in an entry to be read or reviewed: its number. What could not be read waits for nothing. */
  waitingElsewhere(sha256s: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * The next document to read, in order, marked as being read. One whose reading began before `stale` and never ended (the
   * server stopped) comes again. Null: none waits.
   */
  takeNext(at: { readonly now: Date; readonly stale: Date }): Promise<EntryItem | null>;
  /** Nobody else changes it before the end of the transaction. */
  lock(key: ItemKey): Promise<EntryItem | null>;
  change(item: number, change: ItemChange): Promise<void>;
  /** Whoever answers in this draft still holds it: their time begins again. Nothing when nobody holds it. */
  holdOn(draft: number, at: Date): Promise<void>;
  /** Entries whose time is over, oldest first. */
  expired(at: { readonly now: Date; readonly limit: number }): Promise<readonly number[]>;
  /** Drops drafts, files and words of what was never published. */
  forget(entry: number, at: Date): Promise<{ readonly items: number; readonly files: number }>;
};
