/**
 * Somebody who may confirms or refuses a role: a holder of the same list or place (for an elected official, another one), the
 * national team, the operator. Nobody decides for themselves. And the person drops the request.
 */
import type { Actor, NotAllowed, Role } from '#domain/access/gate.ts';
import type { RequestWay } from '#domain/campaign/role-request.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { excludesCollective } from './ask-role.ts';
import { lockRequest, signerOf, type CannotFindRequest } from './find-request.ts';

export type DecideRole = {
  readonly request: number;
  readonly answer: 'confirmed' | 'refused';
  /** Told to the person; needed when refusing. */
  readonly reason: string;
};

export type CannotDecideRole =
  | CannotFindRequest
  | NotAllowed
  | { readonly kind: 'ones-own-request' }
  | { readonly kind: 'member-of-a-collective' }
  | { readonly kind: 'role-reason-missing' }
  | { readonly kind: 'words-too-long'; readonly limit: number };

const REASON_LIMIT = 1000;

export async function decideRole(
  stores: Stores,
  actor: Actor,
  { request: id, answer, reason }: DecideRole,
  now: Date,
): Promise<Result<null, CannotDecideRole>> {
  const why = reason.trim();
  return await stores.together(async (all): Promise<Result<null, CannotDecideRole>> => {
    const found = await lockRequest(all, actor, { act: 'decide-role', id });
    if (!found.ok) return found;
    const { request, role } = found.value;
    if (actor.kind === 'person' && actor.id === request.person) return refuse({ kind: 'ones-own-request' });
    if (answer === 'refused' && why === '') return refuse({ kind: 'role-reason-missing' });
    if (why.length > REASON_LIMIT) return refuse({ kind: 'words-too-long', limit: REASON_LIMIT });
    return await settle(all, {
      id,
      answer,
      way: wayOf(role),
      reason: why === '' ? null : why,
      by: signerOf(actor),
      role,
      at: now,
    });
  });
}

function wayOf(role: Role): RequestWay {
  return role === 'national-team' || role === 'operator' ? role : 'holder';
}

/** Shared with the way by code: the decision, the mail and the event. `all` holds the lock on the request. */
export async function settle(
  all: Stores,
  decided: {
    readonly id: number;
    readonly answer: 'confirmed' | 'refused';
    readonly way: RequestWay;
    readonly reason: string | null;
    readonly by: string;
    readonly role: Role;
    readonly at: Date;
  },
): Promise<Result<null, { readonly kind: 'member-of-a-collective' } | { readonly kind: 'unknown-role-request' }>> {
  const { id, answer, way, reason, by, at } = decided;
  const request = await all.roles.find(id);
  const name = request === null ? null : await all.roles.name(request.asked);
  if (request === null || name === null) return refuse({ kind: 'unknown-role-request' });
  if (answer === 'confirmed' && excludesCollective(request.asked) && (await all.roles.inACollective(request.person))) {
    return refuse({ kind: 'member-of-a-collective' });
  }
  await all.roles.decide(id, { state: answer, way, by, at, reason });
  await all.mail.queue({
    to: { person: request.person },
    content:
      answer === 'confirmed' ? { kind: 'role-confirmed', role: name } : { kind: 'role-refused', role: name, reason },
    at,
  });
  await all.journal.append({
    at,
    act: answer === 'confirmed' ? 'confirm-role' : 'refuse-role',
    actor: decided.role,
    subject: { kind: 'person', id: request.person },
    says: { by, request: id, asked: request.asked, way, reason },
  });
  return accept(null);
}

/** The person no longer asks. */
export async function dropRoleRequest(
  stores: Stores,
  actor: Actor,
  { request: id }: { readonly request: number },
  now: Date,
): Promise<Result<null, CannotFindRequest>> {
  return await stores.together(async (all): Promise<Result<null, CannotFindRequest>> => {
    const found = await lockRequest(all, actor, { act: 'drop-role-request', id });
    if (!found.ok) return found;
    const { request, role } = found.value;
    await all.roles.decide(id, { state: 'dropped', way: null, by: signerOf(actor), at: now, reason: null });
    await all.journal.append({
      at: now,
      act: 'drop-role-request',
      actor: role,
      subject: { kind: 'person', id: request.person },
      says: { by: signerOf(actor), request: id },
    });
    return accept(null);
  });
}
