/** A member of a collective opens a review of a pact of their place: one at a time; what was published before is its start. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { isOccasion } from '#domain/review/review.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { wake } from './enter-review.ts';

export type OpenReview = { readonly collective: number; readonly pact: number; readonly occasion: string };

export type CannotOpenReview =
  | NotAllowed
  | { readonly kind: 'unknown-collective' }
  /** No such pact, or it was made in a place that is not this collective's. */
  | { readonly kind: 'not-your-pact' }
  | { readonly kind: 'no-occasion' }
  /** The pact promises nothing that could be followed. */
  | { readonly kind: 'nothing-promised' }
  | { readonly kind: 'open-already'; readonly review: number };

export async function openReview(
  stores: Stores,
  actor: Actor,
  request: OpenReview,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotOpenReview>> {
  return await stores.together<{ id: number }, CannotOpenReview>(async (all) => {
    const collective = await all.collectives.lock(request.collective);
    if (collective === null) return refuse({ kind: 'unknown-collective' });
    const concerns = { collectives: [collective.id] };
    const passed = pass(actor, { act: 'open-review', state: collective.state, concerns });
    if (!passed.ok) return passed;
    const [followed, pact] = [await all.assessments.pact(request.pact), await all.reviews.pact(request.pact)];
    const isOwn = followed?.collectives.some(({ id }) => id === collective.id) ?? false;
    if (followed === null || pact === null || !isOwn) return refuse({ kind: 'not-your-pact' });
    if (!isOccasion(request.occasion)) return refuse({ kind: 'no-occasion' });
    if (pact.promises.length === 0) return refuse({ kind: 'nothing-promised' });
    const { occasion } = request;
    const before = await all.reviews.ofCollective(collective.id);
    const last = before.find((review) => review.pact === pact.id && review.state.kind === 'review-published');
    const by = byOf(actor);
    const id = await all.reviews.open({
      collective: collective.id,
      pact: pact.id,
      place: pact.place,
      occasion,
      startedFrom: last?.id ?? null,
      by,
      at: now,
    });
    if (id === null) {
      const open = before.find((review) => review.pact === pact.id && review.state.kind === 'review-open');
      // The collective is held: nobody else opened one since.
      if (open === undefined) throw new Error(`collective ${collective.id}: no open review of pact ${pact.id}`);
      return refuse({ kind: 'open-already', review: open.id });
    }
    await wake(all, { collective, role: passed.value, by }, now);
    await all.journal.append({
      at: now,
      act: 'open-review',
      actor: passed.value,
      subject: { kind: 'review', id },
      says: { by, collective: collective.id, pact: pact.id, occasion, startedFrom: last?.id ?? null },
    });
    return accept({ id });
  });
}
