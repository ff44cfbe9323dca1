/** A request is taken back, or a partnership ends: by the organisation, or by the national team. Its sheets and its past stay. */
import type { Actor } from '#domain/access/gate.ts';
import { PARTNER_REASON_LIMIT } from '#domain/partners/organisation.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { enterOrganisation, tellJournal, type CannotEnterOrganisation } from './enter-organisation.ts';

export type EndPartnership = { readonly organisation: number; readonly reason: string };
export type CannotEndPartnership = CannotEnterOrganisation | BadText;

export async function endPartnership(
  stores: Stores,
  actor: Actor,
  request: EndPartnership,
  now: Date,
): Promise<Result<null, CannotEndPartnership>> {
  const act = 'end-partnership';
  return await stores.together(async (all): Promise<Result<null, CannotEndPartnership>> => {
    const entered = await enterOrganisation(all, actor, { act, organisation: request.organisation });
    if (!entered.ok) return entered;
    const reason = readText(request.reason, { field: 'motif', most: PARTNER_REASON_LIMIT });
    if (!reason.ok) return reason;
    const { organisation, role } = entered.value;
    const as = role === 'national-team' ? 'national-team' : 'partner';
    await all.partners.end(organisation.id, { at: now, reason: reason.value, as });
    const says = { reason: reason.value, before: organisation.state };
    await tellJournal(all, actor, { act, role, subject: { kind: 'partner', id: organisation.id }, says, at: now });
    return accept(null);
  });
}
