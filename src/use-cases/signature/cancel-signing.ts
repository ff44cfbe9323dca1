/**
 * Back to the negotiation, which both sides have to want: one asks, the other agrees. Signatures given to this text count no
 * more; the next text will be signed anew.
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Stores } from '../stores.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { ownSide } from './name-signatory.ts';
import { readSigningReason, type BadReason } from './reason.ts';
import { aboutText } from './signature-mails.ts';
import { tellSides } from './tell-sides.ts';

export type CancelSigning = {
  readonly code: string;
  /** Asked of who asks first; whoever agrees need not say why. */
  readonly reason: string;
  readonly side?: Side;
};
export type CannotCancel =
  CannotEnterSigning | BadReason | { readonly kind: 'not-your-side' | 'asked-already' | 'already-negotiating' };

/** `asked`: the other side has to agree. `cancelled`: both did, and the negotiation is open again. */
export async function cancelSigning(
  stores: Stores,
  actor: Actor,
  request: CancelSigning,
  now: Date,
): Promise<Result<'asked' | 'cancelled', CannotCancel>> {
  return await stores.together<'asked' | 'cancelled', CannotCancel>(async (all) => {
    const key = { code: request.code };
    const entered = await enterSigning(all, actor, { act: 'cancel-signing', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role, sides } = entered.value;
    const side = ownSide(sides, request.side);
    if (side === null) return refuse({ kind: 'not-your-side' });
    if (signing.cancelAsked?.by === side) return refuse({ kind: 'asked-already' });
    const by = actorName(actor, null);
    const subject = { kind: 'agreed-text', id: signing.id } as const;
    if (signing.cancelAsked === null) {
      const reason = readSigningReason(request.reason, 1000);
      if (!reason.ok) return reason;
      await all.signing.askCancel(signing.id, { by: side, at: now, reason: reason.value });
      const mail = {
        kind: 'signature-cancel-asked',
        ...aboutText(signing.text),
        by: side,
        reason: reason.value,
      } as const;
      await tellSides(all, signing, { mail, at: now, but: by });
      await all.journal.append({
        at: now,
        act: 'ask-cancel-signing',
        actor: role,
        subject,
        says: { by, side, reason: reason.value },
      });
      return accept('asked');
    }
    await all.signing.cancel(signing.id, now);
    await all.agreedTexts.reopen(signing.id, now);
    if (!(await all.negotiations.reopen(signing.negotiation))) return refuse({ kind: 'already-negotiating' });
    await all.negotiations.takeYesBack(signing.negotiation, null);
    const mail = { kind: 'signature-cancelled', ...aboutText(signing.text) } as const;
    await tellSides(all, signing, { mail, at: now, signatories: true });
    await all.journal.append({ at: now, act: 'cancel-signing', actor: role, subject, says: { by, side } });
    await all.negotiations.tell(signing.negotiation, { side: null, items: [], what: 'stage' });
    return accept('cancelled');
  });
}

/** The side that asked thinks better of it. */
export async function keepSigning(
  stores: Stores,
  actor: Actor,
  request: { readonly code: string; readonly side?: Side },
  now: Date,
): Promise<Result<null, CannotCancel>> {
  return await stores.together<null, CannotCancel>(async (all) => {
    const key = { code: request.code };
    const entered = await enterSigning(all, actor, { act: 'cancel-signing', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role, sides } = entered.value;
    if (signing.cancelAsked === null || !sides.includes(signing.cancelAsked.by))
      return refuse({ kind: 'not-your-side' });
    await all.signing.dropCancel(signing.id);
    await all.journal.append({
      at: now,
      act: 'keep-signing',
      actor: role,
      subject: { kind: 'agreed-text', id: signing.id },
      says: { by: actorName(actor, null), side: signing.cancelAsked.by },
    });
    return accept(null);
  });
}
