/** Files of bulk entries that were never published are forgotten when their time is over, with their drafts and words. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';

/** One transaction for each entry, so that a stop in the middle leaves whole ones. */
export async function forgetEntries(
  stores: Stores,
  actor: Actor,
  now: Date,
): Promise<Result<{ readonly entries: number; readonly items: number; readonly files: number }, NotAllowed>> {
  const passed = pass(actor, { act: 'forget-entries', state: 'none' });
  if (!passed.ok) return passed;
  const total = { entries: 0, items: 0, files: 0 };
  for (const entry of await stores.bulkEntries.expired({ now, limit: 100 })) {
    const done = await stores.together<{ readonly items: number; readonly files: number }, never>(async (all) => {
      const gone = await all.bulkEntries.forget(entry, now);
      const subject = { kind: 'bulk-entry', id: entry } as const;
      await all.journal.eraseWordsAbout(subject, now);
      await all.journal.append({
        at: now,
        act: 'forget-entries',
        actor: passed.value,
        subject,
        says: { by: byOf(actor), ...gone },
      });
      return accept(gone);
    });
    if (!done.ok) continue;
    total.entries += 1;
    total.items += done.value.items;
    total.files += done.value.files;
  }
  return accept(total);
}
