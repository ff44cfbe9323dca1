/** Leaving a collective, choosing how one is named there, and being put out of it. */
import type { Actor } from '#domain/access/gate.ts';
import { NAME_LENGTH } from '#domain/collective/collective.ts';
import { mayRemoveMember, mustHandOver, REMOVAL_DAYS } from '#domain/collective/membership.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import {
  enterCollective,
  named,
  readText,
  record,
  type BadText,
  type CannotEnterCollective,
} from './enter-collective.ts';
import { tellNationalTeam } from './tell.ts';

export const REMOVAL_REASON_LENGTH = 1000;

export type CannotLeave =
  | CannotEnterCollective
  /** Others stay and nobody would coordinate: hand over first. */
  | { readonly kind: 'hand-over-first' };

export async function leaveCollective(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number },
  now: Date,
): Promise<Result<{ readonly closed: boolean }, CannotLeave>> {
  return await stores.together<{ closed: boolean }, CannotLeave>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'leave-collective', collective: request.collective });
    if (!entered.ok) return entered;
    const { collective, by } = entered.value;
    const members = await all.collectives.members(collective.id);
    const role = members.find(({ person }) => person === by)?.role ?? 'member';
    const coordinators = members.filter((member) => member.role === 'coordinator').length;
    if (mustHandOver({ role, coordinators, members: members.length })) return refuse({ kind: 'hand-over-first' });

    await all.collectives.removeMember(collective.id, by);
    const empty = members.length === 1;
    // A request that its only member left is over; a collective that was there waits for others.
    if (empty && collective.state === 'requested') {
      await all.collectives.close(collective.id, { at: now, reason: '' });
    } else if (empty || (role === 'coordinator' && coordinators === 1)) {
      const content = { kind: 'without-coordination', collective: named(collective) } as const;
      await tellNationalTeam(all, { content, at: now });
    }
    await record(all, entered.value, { act: 'leave-collective', at: now });
    return accept({ closed: empty && collective.state === 'requested' });
  });
}

export async function chooseOwnName(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly name: string; readonly public: boolean },
  now: Date,
): Promise<Result<null, CannotEnterCollective | BadText>> {
  return await stores.together<null, CannotEnterCollective | BadText>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'choose-own-name', collective: request.collective });
    if (!entered.ok) return entered;
    const name = readText(request.name, { field: 'own-name', most: NAME_LENGTH.most });
    if (!name.ok) return name;
    const { collective, by } = entered.value;
    await all.collectives.setMember(collective.id, by, { name: name.value, namePublic: request.public });
    await record(all, entered.value, { act: 'choose-own-name', says: { public: request.public }, at: now });
    return accept(null);
  });
}

export type CannotRemove =
  | CannotEnterCollective
  | BadText
  | { readonly kind: 'unknown-member' }
  /** Their coordination is taken first, by the others together. */
  | { readonly kind: 'is-coordinator' }
  | { readonly kind: 'too-many-removed'; readonly days: number };

/** By a coordinator, with a reason that the person reads. Never so many that a collective is emptied. */
export async function removeMember(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly person: string; readonly reason: string },
  now: Date,
): Promise<Result<null, CannotRemove>> {
  return await stores.together<null, CannotRemove>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'remove-member', collective: request.collective });
    if (!entered.ok) return entered;
    const { collective } = entered.value;
    const members = await all.collectives.members(collective.id);
    const member = members.find(({ person }) => person === request.person);
    if (member === undefined) return refuse({ kind: 'unknown-member' });
    if (member.role === 'coordinator') return refuse({ kind: 'is-coordinator' });
    const reason = readText(request.reason, { field: 'reason', most: REMOVAL_REASON_LENGTH });
    if (!reason.ok) return reason;
    const since = new Date(now.getTime() - REMOVAL_DAYS * 86_400_000);
    const removedLately = await all.collectives.removedSince(collective.id, since);
    if (!mayRemoveMember({ members: members.length, removedLately }))
      return refuse({ kind: 'too-many-removed', days: REMOVAL_DAYS });

    // Told before: their address is asked by their account, which stays.
    const content = { kind: 'member-removed', collective: named(collective), reason: reason.value } as const;
    await all.mail.queue({ to: { person: member.person }, content, at: now });
    await all.collectives.removeMember(collective.id, member.person);
    await record(all, entered.value, { act: 'remove-member', says: { person: member.person }, at: now });
    return accept(null);
  });
}
