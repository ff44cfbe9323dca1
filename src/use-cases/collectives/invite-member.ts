/**
 * A coordinator invites somebody by e-mail: a link that serves once and ends, the address erased with it. One address has one
 * invitation of a collective that serves: asked again a day later, it is renewed, and the former link ends.
 */
import type { Actor } from '#domain/access/gate.ts';
import { readEmail } from '#domain/shared/email.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterCollective, named, record, type CannotEnterCollective } from './enter-collective.ts';

export const INVITATION_DAYS = 14;
/** From one collective in a day: invitations are not a way to write to a whole town. */
export const INVITATIONS_A_DAY = 30;

const DAY = 86_400_000;

export type CannotInvite =
  | CannotEnterCollective
  | { readonly kind: 'not-an-email' }
  /** Less than a day ago, and its link still serves. */
  | { readonly kind: 'invited-already' }
  | { readonly kind: 'too-many-invitations'; readonly most: number };

export async function inviteMember(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly email: string },
  now: Date,
): Promise<Result<{ readonly id: number }, CannotInvite>> {
  return await stores.together<{ id: number }, CannotInvite>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'invite-member', collective: request.collective });
    if (!entered.ok) return entered;
    const { collective, by } = entered.value;
    const email = readEmail(request.email);
    if (email === null) return refuse({ kind: 'not-an-email' });
    // Held with the collective: two at once come one after the other.
    const before = await all.joining.waitingFor({ collective: collective.id, email, now });
    if (before !== null && before.invitedAt.getTime() > now.getTime() - DAY) return refuse({ kind: 'invited-already' });
    const lately = await all.joining.invitedSince(collective.id, new Date(now.getTime() - DAY));
    if (lately >= INVITATIONS_A_DAY) return refuse({ kind: 'too-many-invitations', most: INVITATIONS_A_DAY });

    if (before !== null) await all.joining.takeBackInvitation({ collective: collective.id, id: before.id, at: now });
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY);
    const { id, token } = await all.joining.invite({ collective: collective.id, email, by, at: now, expiresAt });
    const inviter = (await all.collectives.member(collective.id, by))?.name ?? collective.name;
    await all.mail.queue({
      to: email,
      content: { kind: 'invited', collective: named(collective), by: inviter, token, days: INVITATION_DAYS },
      at: now,
    });
    await record(all, entered.value, { act: 'invite-member', says: { invitation: id }, at: now });
    return accept({ id });
  });
}

export async function takeBackInvitation(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly invitation: number },
  now: Date,
): Promise<Result<null, CannotEnterCollective | { readonly kind: 'unknown-invitation' }>> {
  return await stores.together<null, CannotEnterCollective | { kind: 'unknown-invitation' }>(async (all) => {
    const { collective, invitation } = request;
    const entered = await enterCollective(all, actor, { act: 'take-back-invitation', collective });
    if (!entered.ok) return entered;
    if (!(await all.joining.takeBackInvitation({ collective, id: invitation, at: now })))
      return refuse({ kind: 'unknown-invitation' });
    await record(all, entered.value, { act: 'take-back-invitation', says: { invitation }, at: now });
    return accept(null);
  });
}
