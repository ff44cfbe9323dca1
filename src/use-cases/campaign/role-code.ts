/**
 * The way by the public address: a code goes to the address that the list or the town hall gives to everybody. Whoever
 * reads that mail box gives it to the person, who types it here. It lives for a week, for a secretary does not read at once.
 */
import type { Actor } from '#domain/access/gate.ts';
import { CODE_DAYS, maskedEmail, waysFor, type RequestedRole } from '#domain/campaign/role-request.ts';
import { typedCode } from '#domain/shared/short-code.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { AddressOwner } from './campaign-store.ts';
import { settle } from './decide-role.ts';
import { lockRequest, signerOf, type CannotFindRequest } from './find-request.ts';
import type { CannotUseRoleCode } from './role-store.ts';

export type CannotSendRoleCode =
  | CannotFindRequest
  | { readonly kind: 'no-public-address' }
  /** This address got its fill today. */
  | { readonly kind: 'address-busy' };

/** Codes that may go to one public address in a day, whoever asks: a mail box is not to be flooded. */
export const CODES_A_DAY = 3;
const DAY = 24 * 60 * 60_000;

/** `address`: which of the public addresses; the first when left out. Returns where it went, masked. */
export async function sendRoleCode(
  stores: Stores,
  actor: Actor,
  { request: id, address }: { readonly request: number; readonly address?: number },
  now: Date,
): Promise<Result<{ readonly to: string }, CannotSendRoleCode>> {
  return await stores.together(async (all): Promise<Result<{ to: string }, CannotSendRoleCode>> => {
    const found = await lockRequest(all, actor, { act: 'send-role-code', id });
    if (!found.ok) return found;
    const { request, role } = found.value;
    const owner = ownerOf(request.asked);
    const name = await all.roles.name(request.asked);
    const addresses = owner === null ? [] : await all.campaign.addressesOf(owner);
    const to = address === undefined ? addresses[0] : addresses.find((known) => known.id === address);
    if (to === undefined || name === null || !waysFor(request.asked.role).includes('public-address')) {
      return refuse({ kind: 'no-public-address' });
    }
    if ((await all.roles.codesSent(to.id, new Date(now.getTime() - DAY))) >= CODES_A_DAY) {
      return refuse({ kind: 'address-busy' });
    }
    const code = await all.roles.openCode(id, { address: to.id, at: now });
    await all.mail.queue({ to: to.email, content: { kind: 'role-code', role: name, code, days: CODE_DAYS }, at: now });
    await all.journal.append({
      at: now,
      act: 'send-role-code',
      actor: role,
      subject: { kind: 'person', id: request.person },
      says: { by: signerOf(actor), request: id, address: to.id },
    });
    return accept({ to: maskedEmail(to.email) });
  });
}

export type CannotConfirmByCode =
  | CannotFindRequest
  | CannotUseRoleCode
  | { readonly kind: 'member-of-a-collective' }
  | { readonly kind: 'not-a-role-code' };

/** A wrong code counts even though nothing else is kept: it is tried before the transaction of the act. */
export async function useRoleCode(
  stores: Stores,
  actor: Actor,
  { request: id, code: typed }: { readonly request: number; readonly code: string },
  now: Date,
): Promise<Result<null, CannotConfirmByCode>> {
  const code = typedCode(typed);
  if (code === null) return refuse({ kind: 'not-a-role-code' });
  const mine = await stores.together((all) => lockRequest(all, actor, { act: 'use-role-code', id }));
  if (!mine.ok) return mine;
  const tried = await stores.roles.tryCode(id, code, now);
  if (!tried.ok) return tried;
  return await stores.together(async (all): Promise<Result<null, CannotConfirmByCode>> => {
    const found = await lockRequest(all, actor, { act: 'use-role-code', id });
    if (!found.ok) return found;
    const { role } = found.value;
    return await settle(all, {
      id,
      answer: 'confirmed',
      way: 'public-address',
      reason: null,
      by: signerOf(actor),
      role,
      at: now,
    });
  });
}

function ownerOf(asked: RequestedRole): AddressOwner | null {
  switch (asked.role) {
    case 'list-representative':
      return { list: asked.list };
    case 'municipal-agent':
    case 'elected-official':
      return { place: asked.place };
    case 'national-team':
      return null;
  }
}
