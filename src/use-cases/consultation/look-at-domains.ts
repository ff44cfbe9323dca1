/**
 * Where those who take part come from, by the domain of their addresses: for moderators, until the count erases it. Bursts
 * (./moderate-consultation.ts) are what stands out by itself; here any domain can be looked at, and those who were chosen in
 * it taken out of the votes, with a public reason. No address is kept, none is shown.
 */
import type { Actor, NotAllowed } from '#domain/access/gate.ts';
import { domainsOf, type Confirmed, type DomainConfirmed } from '#domain/consultation/bursts.ts';
import { isSharedByMany } from '#domain/consultation/mailbox.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { enterConsultation } from './enter-consultation.ts';
import { MODERATION_REASON, seeDeskOf, withdrawTogether, type CannotModerate } from './moderate-consultation.ts';

export type CannotWithdrawOfDomain =
  | CannotModerate
  /** None of the chosen ones is there, or they were withdrawn meanwhile. */
  | { readonly kind: 'nobody-chosen' }
  /** Everybody of a provider where anybody opens a box: choose among them. */
  | { readonly kind: 'domain-of-everybody' };

/** Most first. */
export async function seeDomains(
  stores: Stores,
  actor: Actor,
  { consultation }: { readonly consultation: number },
): Promise<Result<readonly DomainConfirmed[], NotAllowed>> {
  const passed = await seeDeskOf(stores, actor, consultation);
  return passed.ok ? accept(domainsOf(await stores.consultations.confirmed(consultation))) : passed;
}

/** Those of one domain who are not withdrawn, oldest first. */
export async function seeDomain(
  stores: Stores,
  actor: Actor,
  { consultation, domain }: { readonly consultation: number; readonly domain: string },
): Promise<Result<readonly Confirmed[], NotAllowed>> {
  const passed = await seeDeskOf(stores, actor, consultation);
  return passed.ok ? accept(await ofDomain(stores, { consultation, domain })) : passed;
}

/** `chosen`: by number, those of that domain; `all`: the domain as it stands now. Their votes are said apart, with the reason. */
export async function withdrawOfDomain(
  stores: Stores,
  actor: Actor,
  request: {
    readonly consultation: number;
    readonly domain: string;
    readonly chosen: readonly number[] | 'all';
    readonly reason: string;
  },
  now: Date,
): Promise<Result<{ readonly participations: number }, CannotWithdrawOfDomain>> {
  return await stores.together<{ participations: number }, CannotWithdrawOfDomain>(async (all) => {
    const act = 'withdraw-participations';
    const { consultation, domain, chosen } = request;
    const entered = await enterConsultation(all, actor, { act, consultation, hold: 'alone' }, now);
    if (!entered.ok) return entered;
    const reason = readText(request.reason, { field: 'reason', most: MODERATION_REASON });
    if (!reason.ok) return reason;
    if (chosen === 'all' && isSharedByMany(domain)) return refuse({ kind: 'domain-of-everybody' });
    const there = (await ofDomain(all, { consultation, domain })).map(({ participation }) => participation);
    const meant = chosen === 'all' ? there : there.filter((id) => chosen.includes(id));
    if (meant.length === 0) return refuse({ kind: 'nobody-chosen' });
    const taken = { actor, participations: meant, reason: reason.value };
    return accept(await withdrawTogether(all, entered.value, taken, now));
  });
}

async function ofDomain(
  stores: Stores,
  of: { readonly consultation: number; readonly domain: string },
): Promise<readonly Confirmed[]> {
  return (await stores.consultations.confirmed(of.consultation)).filter(({ domain }) => domain === of.domain);
}
