/**
 * A role ends: its holder leaves it, or the national team or the operator takes it away, with a reason. What was done in
 * that role stays. Those who remain are told; when nobody does, the national team is, with those who may be talking with a list,
 * so that the place is not lost.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { RequestedRole } from '#domain/campaign/role-request.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { lockRequest, signerOf, type CannotFindRequest } from './find-request.ts';

/** `reason`: told to the person; not needed from oneself. */
export type EndRole = { readonly request: number; readonly reason: string };
export type CannotEndRole =
  | CannotFindRequest
  | { readonly kind: 'role-reason-missing' }
  | { readonly kind: 'words-too-long'; readonly limit: number };

const REASON_LIMIT = 1000;

export async function endRole(
  stores: Stores,
  actor: Actor,
  { request: id, reason }: EndRole,
  now: Date,
): Promise<Result<null, CannotEndRole>> {
  const why = reason.trim();
  if (why.length > REASON_LIMIT) return refuse({ kind: 'words-too-long', limit: REASON_LIMIT });
  return await stores.together(async (all): Promise<Result<null, CannotEndRole>> => {
    const found = await lockRequest(all, actor, { act: 'end-role', id });
    if (!found.ok) return found;
    const { request, role } = found.value;
    const leaves = actor.kind === 'person' && actor.id === request.person;
    if (!leaves && why === '') return refuse({ kind: 'role-reason-missing' });
    const name = await all.roles.name(request.asked);
    await all.roles.end(id, { by: signerOf(actor), at: now, reason: why === '' ? null : why });
    if (name !== null) {
      if (!leaves) {
        await all.mail.queue({
          to: { person: request.person },
          content: { kind: 'role-taken', role: name, reason: why },
          at: now,
        });
      }
      const remaining = await all.roles.vouchers(request.asked);
      const told =
        remaining.length > 0 ? remaining : [...(await all.roles.nationalTeam()), ...(await askers(all, request.asked))];
      const nobodyLeft = remaining.length === 0;
      const path = request.asked.role === 'list-representative' ? `/listes/${request.asked.list}` : '/compte/roles';
      for (const person of new Set(told).values().filter((one) => one !== request.person && one !== signerOf(actor))) {
        await all.mail.queue({ to: { person }, content: { kind: 'role-left', role: name, nobodyLeft, path }, at: now });
      }
    }
    await all.journal.append({
      at: now,
      act: leaves ? 'leave-role' : 'take-role-away',
      actor: leaves ? 'self' : role,
      subject: { kind: 'person', id: request.person },
      says: { by: signerOf(actor), request: id, asked: request.asked, reason: why === '' ? null : why },
    });
    return accept(null);
  });
}

/** The coordinators of the collectives of the commune of a list: who waits for its answers. */
async function askers(all: Stores, asked: RequestedRole): Promise<readonly string[]> {
  const list = asked.role === 'list-representative' ? await all.campaign.findList(asked.list) : null;
  if (list === null) return [];
  const collectives = await all.collectives.of({ kind: 'municipality', code: list.municipality });
  const members = await Promise.all(collectives.map(({ id }) => all.collectives.members(id)));
  return members.flat().flatMap(({ person, role }) => (role === 'coordinator' ? [person] : []));
}
