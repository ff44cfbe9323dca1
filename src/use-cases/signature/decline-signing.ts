/** Somebody asked to sign says no, and why. Their side may name another; nobody else signs meanwhile. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { mayAnswer, type CannotAnswer } from './ask-signing-code.ts';
import { enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { readSigningReason, type BadReason } from './reason.ts';
import { aboutText } from './signature-mails.ts';
import { tellSides } from './tell-sides.ts';

export type DeclineSigning = { readonly text: number; readonly reason: string };
export type CannotDecline = CannotEnterSigning | CannotAnswer | BadReason;

export const DECLINE_REASON_LIMIT = 1000;

export async function declineSigning(
  stores: Stores,
  actor: Actor,
  request: DeclineSigning,
  now: Date,
): Promise<Result<null, CannotDecline>> {
  return await stores.together<null, CannotDecline>(async (all) => {
    const key = { id: request.text };
    const entered = await enterSigning(all, actor, { act: 'decline-signing', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role } = entered.value;
    const answering = mayAnswer(entered.value.signatory);
    if (!answering.ok) return answering;
    const reason = readSigningReason(request.reason, DECLINE_REASON_LIMIT);
    if (!reason.ok) return reason;
    const { id, name, side } = answering.value;
    await all.signing.decline(id, { at: now, reason: reason.value });
    const mail = { kind: 'signature-declined', ...aboutText(signing.text), name, reason: reason.value } as const;
    await tellSides(all, signing, { mail, at: now });
    await all.journal.append({
      at: now,
      act: 'decline-signing',
      actor: role,
      subject: { kind: 'signatory', id },
      says: { text: signing.code, side, name, reason: reason.value },
    });
    return accept(null);
  });
}
