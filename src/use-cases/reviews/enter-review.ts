/**
 * The way into a review for every act on it: found and held, then the gate asked. To who may not see it, a review that is
 * there and one that is not look the same.
 */
import { pass, type Act, type Actor, type Role } from '#domain/access/gate.ts';
import type { Collective } from '#domain/collective/collective.ts';
import type { ReviewedPact } from '#domain/review/reviewed-pact.ts';
import type { Review } from '#domain/review/review.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';

export type CannotEnterReview =
  | { readonly kind: 'unknown-review' }
  /** It may be seen, and this cannot be done in its state, or not by this person. */
  | { readonly kind: 'review-not-now'; readonly act: Act; readonly state: Review['state']['kind'] };

export type InReview = {
  readonly review: Review;
  readonly collective: Collective;
  readonly role: Role;
  /** As the journal names who did it: the random id of an account. */
  readonly by: string;
};

export async function enterReview(
  stores: Stores,
  actor: Actor,
  { act, id, lock }: { readonly act: Act; readonly id: number; readonly lock: boolean },
): Promise<Result<InReview, CannotEnterReview>> {
  const review = lock ? await stores.reviews.lock(id) : await stores.reviews.find(id);
  const collective = review === null ? null : await stores.collectives.find(review.collective);
  if (review === null || collective === null) return refuse({ kind: 'unknown-review' });
  const state = review.state.kind;
  const concerns = { collectives: [collective.id] };
  // A closed collective does nothing any more; what it published stays.
  const over = collective.state === 'closed' && act !== 'see-review';
  const passed = pass(actor, { act, state, concerns });
  if (passed.ok && !over) return accept({ review, collective, role: passed.value, by: byOf(actor) });
  const seen = pass(actor, { act: 'see-review', state, concerns }).ok;
  return refuse(seen ? { kind: 'review-not-now', act, state } : { kind: 'unknown-review' });
}

/** Whoever may work on a review acts for a collective that lives: a dormant one wakes. Last in its transaction. */
export async function recordReview(
  stores: Stores,
  { review, collective, role, by }: InReview,
  { act, says = {}, at }: { readonly act: Act; readonly says?: { readonly [key: string]: Json }; readonly at: Date },
): Promise<void> {
  await wake(stores, { collective, role, by }, at);
  await stores.journal.append({
    at,
    act,
    actor: role,
    subject: { kind: 'review', id: review.id },
    says: { by, ...says },
  });
}

export async function wake(
  stores: Stores,
  { collective, role, by }: Pick<InReview, 'collective' | 'role' | 'by'>,
  at: Date,
): Promise<void> {
  if (collective.state !== 'dormant') return;
  if (role !== 'collective-member' && role !== 'collective-coordinator') return;
  await stores.collectives.wake(collective.id);
  const subject = { kind: 'collective', id: collective.id } as const;
  await stores.journal.append({ at, act: 'wake-collective', actor: role, subject, says: { by } });
}

/** The pact with what it promises; refused when it was withdrawn meanwhile. */
export async function promisesOf(
  stores: Stores,
  review: Review,
): Promise<Result<ReviewedPact, { readonly kind: 'pact-gone' }>> {
  const pact = await stores.reviews.pact(review.pact);
  return pact === null ? refuse({ kind: 'pact-gone' }) : accept(pact);
}
