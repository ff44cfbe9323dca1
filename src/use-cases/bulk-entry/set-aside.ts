/** An item is set aside with a reason, and put back as it was: nothing of a file that came is thrown away by hand. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import type { ItemKey } from './bulk-entry-store.ts';
import { endClaim } from './claim-item.ts';
import { enterItem, notAnothers, recordOfItem, type CannotEnterItem, type ClaimedByAnother } from './enter-item.ts';

export const REASON_LIMIT = 500;

export type CannotSetAside = CannotEnterItem | ClaimedByAnother | BadText;

export async function setItemAside(
  stores: Stores,
  actor: Actor,
  request: ItemKey & { readonly reason: string },
  now: Date,
): Promise<Result<null, CannotSetAside>> {
  return await stores.together<null, CannotSetAside>(async (all) => {
    const entered = await enterItem(all, actor, { act: 'set-entry-item-aside', key: request });
    if (!entered.ok) return entered;
    const free = notAnothers(entered.value, now);
    if (!free.ok) return free;
    const reason = readText(request.reason, { field: 'motif', most: REASON_LIMIT });
    if (!reason.ok) return reason;
    const { item, by } = entered.value;
    await all.bulkEntries.change(item.id, {
      state: 'set-aside',
      why: {
        kind: 'set-aside',
        reason: reason.value,
        by,
        at: now.toISOString(),
        before: item.state,
        beforeWhy: item.why,
      },
    });
    await endClaim(all, item);
    await recordOfItem(all, entered.value, { act: 'set-entry-item-aside', says: { reason: reason.value }, at: now });
    return accept(null);
  });
}

export async function putItemBack(
  stores: Stores,
  actor: Actor,
  request: ItemKey,
  now: Date,
): Promise<Result<null, CannotEnterItem>> {
  return await stores.together<null, CannotEnterItem>(async (all) => {
    const entered = await enterItem(all, actor, { act: 'put-entry-item-back', key: request });
    if (!entered.ok) return entered;
    const { item } = entered.value;
    if (item.why?.kind !== 'set-aside') throw new Error(`item ${item.id} was set aside without a reason`);
    await all.bulkEntries.change(item.id, { state: item.why.before, why: item.why.beforeWhy });
    await recordOfItem(all, entered.value, { act: 'put-entry-item-back', at: now });
    return accept(null);
  });
}
