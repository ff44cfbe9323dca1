/** A partner supports an edition or one of its measures, and may take that back. It is no promise: nobody counts it as one. */
import type { Actor } from '#domain/access/gate.ts';
import { PARTNER_REASON_LIMIT } from '#domain/partners/organisation.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { enterOrganisation, tellJournal, type CannotEnterOrganisation } from './enter-organisation.ts';

export type Endorse = Sent & {
  readonly organisation: number;
  readonly edition: string;
  /** Null: the edition, whole. */
  readonly measure: number | null;
};

export type CannotEndorse =
  | CannotEnterOrganisation
  | BadText
  | { readonly kind: 'unknown-measure' }
  | { readonly kind: 'endorsed-already' }
  | { readonly kind: 'unknown-endorsement' };

export async function endorse(
  stores: Stores,
  actor: Actor,
  request: Endorse,
  now: Date,
): Promise<Result<{ readonly endorsement: number }, CannotEndorse>> {
  const act = 'endorse';
  return await sentOnce<{ readonly endorsement: number }, CannotEndorse>(
    stores,
    { actor, act, request, now },
    async (all) => {
      const { organisation, edition, measure } = request;
      const entered = await enterOrganisation(all, actor, { act, organisation });
      if (!entered.ok) return entered;
      if (!(await measureIsThere(all, edition, measure))) return refuse({ kind: 'unknown-measure' });
      const endorsement = await all.partners.endorse({ organisation, edition, measure }, now);
      if (endorsement === null) return refuse({ kind: 'endorsed-already' });
      const { role } = entered.value;
      const subject = { kind: 'partner', id: organisation } as const;
      await tellJournal(all, actor, { act, role, subject, says: { edition, measure }, at: now });
      return accept({ endorsement });
    },
  );
}

export async function withdrawEndorsement(
  stores: Stores,
  actor: Actor,
  request: { readonly endorsement: number; readonly reason: string },
  now: Date,
): Promise<Result<null, CannotEndorse>> {
  const act = 'withdraw-endorsement';
  return await stores.together(async (all): Promise<Result<null, CannotEndorse>> => {
    const endorsed = await all.partners.lockEndorsement(request.endorsement);
    if (endorsed === null) return refuse({ kind: 'unknown-endorsement' });
    const { organisation, edition, measure } = endorsed;
    const entered = await enterOrganisation(all, actor, { act, organisation });
    if (!entered.ok) return entered;
    // The second press: as the first time.
    if (endorsed.withdrawnAt !== null) return accept(null);
    const reason = readText(request.reason, { field: 'motif', most: PARTNER_REASON_LIMIT });
    if (!reason.ok) return reason;
    await all.partners.withdrawEndorsement(endorsed.id, reason.value, now);
    const says = { edition, measure, reason: reason.value };
    const subject = { kind: 'partner', id: organisation } as const;
    await tellJournal(all, actor, { act, role: entered.value.role, subject, says, at: now });
    return accept(null);
  });
}

/** `measure` null: is the edition there? */
export async function measureIsThere(all: Stores, id: string, measure: number | null): Promise<boolean> {
  const edition = await all.editions.find(id);
  if (edition === null) return false;
  return measure === null || edition.measures.some(({ number }) => number === measure);
}
