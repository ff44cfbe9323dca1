/** What the acts on bulk entries keep, on PostgreSQL. */
import type { BulkEntryStore, EntryItem } from '#use-cases/bulk-entry/bulk-entry-store.ts';
import type { Db } from '../storage/connection.ts';
import * as entries from '../storage/bulk-entries.ts';
import { placesNamed } from './places-named.ts';

export function bulkEntriesOn(db: Db): BulkEntryStore {
  return {
    places: () => placesNamed(db),
    keep: (entry) => entries.keepEntry(db, entry),
    addItems: (entry, items) => entries.addItems(db, entry, items),
    waitingElsewhere: (sha256s) => entries.waitingElsewhere(db, sha256s),
    takeNext: async (at) => asRead(await entries.takeNextItem(db, at)),
    lock: async (key) => asRead(await entries.lockItem(db, key)),
    change: (item, change) => entries.changeItem(db, item, change),
    holdOn: (draft, at) => entries.holdOn(db, draft, at),
    expired: (at) => entries.expiredEntries(db, at),
    forget: (entry, at) => entries.forgetEntry(db, entry, at),
  };
}

/** The acts wrote why, and nothing else writes there. */
function asRead(item: Awaited<ReturnType<typeof entries.lockItem>>): EntryItem | null {
  return item as EntryItem | null;
}
