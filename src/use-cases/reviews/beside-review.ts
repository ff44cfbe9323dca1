/** What is written beside a published review, which itself never changes: an erratum, an answer of who made the promises. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { ReviewReplyRole } from '#domain/review/review.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf, readText, type BadText } from '../collectives/enter-collective.ts';
import { tellMembers } from '../collectives/tell.ts';
import { concernsOf } from '../follow-up/enter-follow-up.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { enterReview, recordReview, type CannotEnterReview } from './enter-review.ts';

export const ERRATUM_LIMIT = 4_000;
export const REPLY_LIMIT = 10_000;

export type CannotWriteBeside =
  | CannotEnterReview
  | NotAllowed
  | BadText
  | { readonly kind: 'unknown-promise' }
  /** The pact was withdrawn: nobody answers for it any more. */
  | { readonly kind: 'pact-gone' };

/** `item` null: of the review as a whole. */
export async function correctReview(
  stores: Stores,
  actor: Actor,
  request: Sent & { readonly review: number; readonly item: string | null; readonly words: string },
  now: Date,
): Promise<Result<null, CannotWriteBeside>> {
  return await sentOnce<null, CannotWriteBeside>(
    stores,
    { actor, act: 'correct-review', request, now },
    async (all) => {
      const entered = await enterReview(all, actor, { act: 'correct-review', id: request.review, lock: true });
      if (!entered.ok) return entered;
      const { review, by } = entered.value;
      const { item } = request;
      const frozen = await all.reviews.published(review.id);
      if (item !== null && !frozen?.promises.some((promise) => promise.item === item)) {
        return refuse({ kind: 'unknown-promise' });
      }
      const words = readText(request.words, { field: 'words', most: ERRATUM_LIMIT });
      if (!words.ok) return words;
      await all.reviews.addErratum({ review: review.id, item, words: words.value, by, at: now });
      await recordReview(all, entered.value, { act: 'correct-review', says: { item, words: words.value }, at: now });
      return accept(null);
    },
  );
}

/** In the name of the town hall, or of the list when it does not govern: who may is who may assess with that voice. */
export async function answerReview(
  stores: Stores,
  actor: Actor,
  request: Sent & { readonly review: number; readonly words: string },
  now: Date,
): Promise<Result<null, CannotWriteBeside>> {
  return await sentOnce<null, CannotWriteBeside>(stores, { actor, act: 'answer-review', request, now }, async (all) => {
    const review = await all.reviews.lock(request.review);
    const frozen = review === null ? null : await all.reviews.published(review.id);
    if (review === null || frozen === null) return refuse({ kind: 'unknown-review' });
    const followed = await all.assessments.pact(review.pact);
    if (followed === null) return refuse({ kind: 'pact-gone' });
    const concerns = concernsOf(followed);
    const passed = pass(actor, { act: 'answer-review', state: review.state.kind, concerns });
    if (!passed.ok) return passed;
    const role = passed.value;
    // The town hall never answers for a list that does not govern.
    const speaks = pass(actor, { act: 'assess-as-town-hall', state: followed.state, concerns });
    if (!speaks.ok || !isReplyRole(role)) return refuse({ kind: 'not-allowed', act: 'answer-review' });
    const words = readText(request.words, { field: 'words', most: REPLY_LIMIT });
    if (!words.ok) return words;
    const by = byOf(actor);
    await all.reviews.addReply({ review: review.id, words: words.value, by, role, at: now });
    const name = role === 'list-representative' ? (followed.listName ?? followed.placeName) : followed.placeName;
    const content = {
      kind: 'review-answered',
      by: name,
      place: followed.placeName,
      number: frozen.number,
      path: `/bilans/${review.id}`,
    } as const;
    await tellMembers(all, review.collective, { content, at: now, but: by });
    await all.journal.append({
      at: now,
      act: 'answer-review',
      actor: role,
      subject: { kind: 'review', id: review.id },
      says: { by, words: words.value },
    });
    return accept(null);
  });
}

function isReplyRole(role: string): role is ReviewReplyRole {
  return role === 'municipal-agent' || role === 'elected-official' || role === 'list-representative';
}
