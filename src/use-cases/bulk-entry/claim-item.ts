/**
 * Somebody takes an item to review it, gives it back, or takes it over from who was called away. Each claim gives the draft
 * another address: who held it before opens nothing any more, so that two people never answer at once.
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { EntryItem, ItemKey } from './bulk-entry-store.ts';
import { enterItem, notAnothers, recordOfItem, type CannotEnterItem, type ClaimedByAnother } from './enter-item.ts';

export type ClaimItem = ItemKey & {
  /** The person knows that somebody holds it, and takes it all the same. */
  readonly takeOver: boolean;
};

export type CannotClaim =
  | CannotEnterItem
  | ClaimedByAnother
  /** Its draft is gone: its time was over. */
  | { readonly kind: 'draft-gone' };

export async function claimItem(
  stores: Stores,
  actor: Actor,
  request: ClaimItem,
  now: Date,
): Promise<Result<{ readonly token: string }, CannotClaim>> {
  return await stores.together<{ readonly token: string }, CannotClaim>(async (all) => {
    const entered = await enterItem(all, actor, { act: 'claim-entry-item', key: request });
    if (!entered.ok) return entered;
    const { item, by } = entered.value;
    const free = notAnothers(entered.value, now);
    if (!free.ok && !request.takeOver) return free;
    if (item.draft === null) return refuse({ kind: 'draft-gone' });
    const token = await all.drafts.readdress(item.draft);
    await all.bulkEntries.change(item.id, { claim: { by, at: now } });
    await recordOfItem(all, entered.value, {
      act: 'claim-entry-item',
      says: { before: item.claim?.by ?? null },
      at: now,
    });
    return accept({ token });
  });
}

/** Only who holds it gives it back; what was answered stays. */
export async function releaseItem(
  stores: Stores,
  actor: Actor,
  request: ItemKey,
  now: Date,
): Promise<Result<null, CannotEnterItem | ClaimedByAnother>> {
  return await stores.together<null, CannotEnterItem | ClaimedByAnother>(async (all) => {
    const entered = await enterItem(all, actor, { act: 'release-entry-item', key: request });
    if (!entered.ok) return entered;
    const free = notAnothers(entered.value, now);
    if (!free.ok) return free;
    const { item } = entered.value;
    if (item.claim === null) return accept(null);
    await endClaim(all, item);
    await recordOfItem(all, entered.value, { act: 'release-entry-item', at: now });
    return accept(null);
  });
}

/** Nobody holds it any more: the address that led to its draft opens nothing. */
export async function endClaim(all: Stores, { id, draft }: Pick<EntryItem, 'id' | 'draft'>): Promise<void> {
  if (draft !== null) await all.drafts.readdress(draft);
  await all.bulkEntries.change(id, { claim: null });
}
