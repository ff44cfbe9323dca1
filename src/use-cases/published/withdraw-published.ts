/**
 * A pact or plan is shown no longer: its address says when and why, no list nor figure holds it. Its file and what we had
 * read stay kept, and the journal says who did it.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { signatureOf } from '../drafts/enter-draft.ts';
import type { PublishedKey } from './published-store.ts';
import type { Stores } from '../stores.ts';
import { lockPublished, type NotPublished } from './find-published.ts';
import { readReason, type BadReason } from './reason.ts';

export type WithdrawPublished = PublishedKey & { readonly reason: string };
export type CannotWithdraw = NotAllowed | BadReason | NotPublished;

export async function withdrawPublished(
  stores: Stores,
  actor: Actor,
  request: WithdrawPublished,
  now: Date,
): Promise<Result<null, CannotWithdraw>> {
  const passed = pass(actor, { act: 'withdraw-published', state: 'none' });
  if (!passed.ok) return passed;
  const reason = readReason(request.reason);
  if (!reason.ok) return reason;
  const { what, id } = request;
  return await stores.together(async (all): Promise<Result<null, CannotWithdraw>> => {
    const found = await lockPublished(all, { what, id });
    if (!found.ok) return found;
    const { before } = await all.published.withdraw({ what, id, at: now, reason: reason.value });
    await all.journal.append({
      at: now,
      act: 'withdraw-published',
      actor: actor.kind,
      subject: { kind: what, id },
      says: { by: signatureOf(actor), reason: reason.value, before },
    });
    return accept(null);
  });
}
