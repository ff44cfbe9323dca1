/** A party says that it no longer holds to a pact. A dated fact, shown beside it for ever: it hides and changes nothing. */
import type { Actor } from '#domain/access/gate.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Stores } from '../stores.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { ownSide } from './name-signatory.ts';
import { readSigningReason, type BadReason } from './reason.ts';
import { aboutText } from './signature-mails.ts';
import { tellSides } from './tell-sides.ts';

export type Renounce = { readonly code: string; readonly reason: string; readonly side?: Side };
export type CannotRenounce = CannotEnterSigning | BadReason | { readonly kind: 'not-your-side' | 'renounced-already' };

export const RENUNCIATION_LIMIT = 2000;

export async function renounce(
  stores: Stores,
  actor: Actor,
  request: Renounce,
  now: Date,
): Promise<Result<null, CannotRenounce>> {
  return await stores.together<null, CannotRenounce>(async (all) => {
    const entered = await enterSigning(all, actor, { act: 'renounce', key: { code: request.code }, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role, sides } = entered.value;
    const side = ownSide(sides, request.side);
    if (side === null) return refuse({ kind: 'not-your-side' });
    const read = readSigningReason(request.reason, RENUNCIATION_LIMIT);
    if (!read.ok) return read;
    const reason = read.value;
    const on = dayIn(now, signing.zone);
    if (!(await all.signing.after.renounce(signing.id, { side, on, reason, at: now }))) {
      return refuse({ kind: 'renounced-already' });
    }
    const by = actorName(actor, null);
    const mail = { kind: 'signature-renounced', ...aboutText(signing.text), by: side, reason } as const;
    await tellSides(all, signing, { mail, at: now, but: by });
    await all.journal.append({
      at: now,
      act: 'renounce',
      actor: role,
      subject: { kind: 'agreed-text', id: signing.id },
      says: { by, side, on, reason },
    });
    return accept(null);
  });
}
