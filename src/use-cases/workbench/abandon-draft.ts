/** A draft is given up: it stays in the journal, its address is free again. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterDraft, recordInDraft, type CannotEnterDraft } from './enter-draft.ts';

export async function abandonDraft(
  stores: Stores,
  actor: Actor,
  request: { readonly draft: number },
  now: Date,
): Promise<Result<null, CannotEnterDraft>> {
  return await stores.together<null, CannotEnterDraft>(async (all) => {
    const entered = await enterDraft(all, actor, { act: 'abandon-edition', draft: request.draft });
    if (!entered.ok) return entered;
    await all.workbench.abandon(request.draft, now);
    await recordInDraft(all, entered.value, {
      act: 'abandon-edition',
      says: { edition: entered.value.draft.editionId },
      at: now,
    });
    return accept(null);
  });
}
