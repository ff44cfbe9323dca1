/** Sends the link once more, to the same address or to a corrected one: a mail can be refused or lost. */
import type { Actor } from '#domain/access/gate.ts';
import { readEmail, sameEmail } from '#domain/shared/email.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { invite } from './name-signatory.ts';
import { findSignatory } from './remove-signatory.ts';

export type InviteAgain = { readonly code: string; readonly signatory: number; readonly email: string };

export type CannotInvite =
  | CannotEnterSigning
  | { readonly kind: 'unknown-signatory' | 'not-your-side' | 'already-answered' }
  | { readonly kind: 'not-an-email' }
  | { readonly kind: 'invited-just-now'; readonly minutes: number };

/** Between two mails to the same address. */
const MINUTES_BETWEEN = 15;

export async function inviteAgain(
  stores: Stores,
  actor: Actor,
  request: InviteAgain,
  now: Date,
): Promise<Result<null, CannotInvite>> {
  return await stores.together<null, CannotInvite>(async (all) => {
    const key = { code: request.code };
    const entered = await enterSigning(all, actor, { act: 'invite-again', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role, sides } = entered.value;
    const signatory = findSignatory(signing.signatories, request.signatory);
    if (signatory === null) return refuse({ kind: 'unknown-signatory' });
    if (!sides.includes(signatory.side)) return refuse({ kind: 'not-your-side' });
    if (signatory.state !== 'invited') return refuse({ kind: 'already-answered' });
    const email = readEmail(request.email);
    if (email === null) return refuse({ kind: 'not-an-email' });
    const moved = signatory.email === null || !sameEmail(email, signatory.email);
    const last = await all.signing.lastLinkAt(signatory.id);
    const wait = last === null ? 0 : MINUTES_BETWEEN - (now.getTime() - last.getTime()) / 60_000;
    if (!moved && wait > 0) return refuse({ kind: 'invited-just-now', minutes: Math.ceil(wait) });
    // Links sent to another address may be in other hands.
    if (moved) await all.signing.dropLinks(signatory.id);
    await all.signing.invite(signatory.id, {
      email,
      on: dayIn(now, signing.zone),
      ...(moved && actor.kind === 'person' ? { by: actor.id } : {}),
    });
    await invite(all, { signing, signatory, email, now });
    await all.journal.append({
      at: now,
      act: 'invite-again',
      actor: role,
      subject: { kind: 'signatory', id: signatory.id },
      says: { by: actorName(actor, null), text: signing.code, otherAddress: moved },
    });
    return accept(null);
  });
}
