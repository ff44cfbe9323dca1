/** The request that an act is about, and whether this actor may do it: an unknown one and one of others look the same. */
import { pass, type Act, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import type { RequestedRole, RoleRequest } from '#domain/campaign/role-request.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';

export type NoSuchRequest = { readonly kind: 'unknown-role-request' };
export type CannotFindRequest =
  NotAllowed | NoSuchRequest | { readonly kind: 'request-closed'; readonly state: RoleRequest['state'] };

export async function lockRequest(
  all: Stores,
  actor: Actor,
  { act: wanted, id }: { readonly act: Act; readonly id: number },
): Promise<Result<{ readonly request: RoleRequest; readonly role: Role }, CannotFindRequest>> {
  const request = await all.roles.lock(id);
  if (request === null) return refuse({ kind: 'unknown-role-request' });
  const act = wanted === 'decide-role' && request.asked.role === 'elected-official' ? 'decide-elected-role' : wanted;
  const concerns = { person: request.person, ...concernsOf(request.asked) };
  const passed = pass(actor, { act, state: request.state, concerns });
  if (passed.ok) return accept({ request, role: passed.value });
  // Whoever could have done it in another state is told the state; others are told nothing.
  const before = act === 'end-role' ? 'confirmed' : 'asked';
  return pass(actor, { act, state: before, concerns }).ok
    ? refuse({ kind: 'request-closed', state: request.state })
    : refuse({ kind: 'unknown-role-request' });
}

export function concernsOf(asked: RequestedRole) {
  switch (asked.role) {
    case 'list-representative':
      return { lists: [asked.list] };
    case 'municipal-agent':
    case 'elected-official':
      return { places: [asked.place] };
    case 'national-team':
      return {};
  }
}

/** As the journal names who did something: an account by its number, an operator by name. */
export function signerOf(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.id;
    case 'operator':
    case 'job':
      return `${actor.kind}:${actor.name}`;
    default:
      return actor.kind;
  }
}
