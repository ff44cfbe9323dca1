/** A side stops negotiating. All that was said stays, for both to read. */
import type { Actor } from '#domain/access/gate.ts';
import { otherSide } from '#domain/negotiation/side.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterNegotiation, type CannotEnterNegotiation } from './enter-negotiation.ts';
import { aboutNegotiation, negotiationPath } from './negotiation-mails.ts';
import { readWords, type BadWords } from './read-words.ts';
import { recordAct } from './record-act.ts';
import { tellSide } from './tell-side.ts';

export async function endNegotiation(
  stores: Stores,
  actor: Actor,
  request: { readonly negotiation: number; readonly reason: string },
  now: Date,
): Promise<Result<null, CannotEnterNegotiation | BadWords>> {
  return await stores.together(async (all): Promise<Result<null, CannotEnterNegotiation | BadWords>> => {
    const id = request.negotiation;
    const entered = await enterNegotiation(all, actor, { act: 'end-negotiation', id, lock: true });
    if (!entered.ok) return entered;
    const { negotiation, side, by } = entered.value;
    const reason = readWords(request.reason, { field: 'motif', most: 1000 });
    if (!reason.ok) return reason;
    await all.negotiations.change(id, { to: 'ended', at: now, side, reason: reason.value });
    const content = {
      kind: 'negotiation-ended',
      ...aboutNegotiation(negotiation),
      by: side,
      reason: reason.value,
      path: negotiationPath(id),
    } as const;
    // Whoever was never asked learns nothing.
    if (negotiation.state !== 'prepared') await tellSide(all, negotiation, { side: otherSide(side), content, at: now });
    await tellSide(all, negotiation, { side, content, at: now, but: by });
    await recordAct(all, entered.value, {
      act: 'end-negotiation',
      at: now,
      changed: { what: 'stage' },
      says: { reason: reason.value },
    });
    return accept(null);
  });
}
