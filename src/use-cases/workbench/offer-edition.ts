/** An edition is offered no more to new negotiations, or again. Its address, its pacts and what is under way stay. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterDraft, recordInDraft, type CannotEnterDraft } from './enter-draft.ts';

/** `unknown-edition`: there is none, or it came with the program and not from here. */
export type CannotOffer = CannotEnterDraft | { readonly kind: 'unknown-edition'; readonly edition: string };

export async function offerEdition(
  stores: Stores,
  actor: Actor,
  request: { readonly edition: string; readonly offered: boolean },
  now: Date,
): Promise<Result<null, CannotOffer>> {
  return await stores.together<null, CannotOffer>(async (all) => {
    const made = await all.workbench.made(request.edition);
    if (made === null) return refuse({ kind: 'unknown-edition', edition: request.edition });
    const entered = await enterDraft(all, actor, { act: 'offer-edition', draft: made.draft });
    if (!entered.ok) return entered;
    if (request.offered === (made.withdrawnAt === null)) return accept(null);
    await all.workbench.offer(request.edition, request.offered ? null : now);
    await recordInDraft(all, entered.value, {
      act: 'offer-edition',
      says: { edition: request.edition, offered: request.offered },
      at: now,
    });
    return accept(null);
  });
}
