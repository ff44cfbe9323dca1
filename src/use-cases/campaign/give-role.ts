/** The operator gives a role to somebody who has signed in once, from the command line: how the first of a national team begins. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { RequestedRole } from '#domain/campaign/role-request.ts';
import { refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { settle } from './decide-role.ts';
import { signerOf } from './find-request.ts';

export type GiveRole = { readonly email: string; readonly role: RequestedRole };
export type CannotGiveRole =
  | NotAllowed
  | { readonly kind: 'unknown-account' }
  | { readonly kind: 'unknown-list-or-place' }
  | { readonly kind: 'held-already' }
  | { readonly kind: 'unknown-role-request' }
  | { readonly kind: 'member-of-a-collective' };

export async function giveRole(
  stores: Stores,
  actor: Actor,
  { email, role: asked }: GiveRole,
  now: Date,
): Promise<Result<null, CannotGiveRole>> {
  const passed = pass(actor, { act: 'give-role', state: 'none' });
  if (!passed.ok) return passed;
  return await stores.together(async (all): Promise<Result<null, CannotGiveRole>> => {
    const person = await all.roles.personWithEmail(email);
    if (person === null) return refuse({ kind: 'unknown-account' });
    if ((await all.roles.name(asked)) === null) return refuse({ kind: 'unknown-list-or-place' });
    const open = (await all.roles.ofPerson(person)).find(
      (request) => sameRole(request.asked, asked) && isOpen(request.state),
    );
    if (open?.state === 'confirmed') return refuse({ kind: 'held-already' });
    const id = open?.id ?? (await all.roles.ask({ person, asked, words: '', at: now }));
    if (id === null) return refuse({ kind: 'held-already' });
    return await settle(all, {
      id,
      answer: 'confirmed',
      way: 'operator',
      reason: null,
      by: signerOf(actor),
      role: passed.value,
      at: now,
    });
  });
}

/** The confirmed request of this role, for who takes it away; null: the account does not hold it. */
export async function heldRequest(stores: Stores, { email, role }: GiveRole): Promise<number | null> {
  const person = await stores.roles.personWithEmail(email);
  if (person === null) return null;
  const held = (await stores.roles.ofPerson(person)).find(
    (request) => request.state === 'confirmed' && sameRole(request.asked, role),
  );
  return held?.id ?? null;
}

function isOpen(state: string): boolean {
  return state === 'asked' || state === 'confirmed';
}

function sameRole(one: RequestedRole, other: RequestedRole): boolean {
  switch (one.role) {
    case 'national-team':
      return other.role === 'national-team';
    case 'list-representative':
      return other.role === 'list-representative' && other.list === one.list;
    case 'municipal-agent':
    case 'elected-official':
      return other.role === one.role && JSON.stringify(other.place) === JSON.stringify(one.place);
  }
}
