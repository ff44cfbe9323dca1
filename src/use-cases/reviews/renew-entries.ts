/** « Toujours exact » : what the collective said last of these promises, said again as of today. Somebody looked, for each. */
import type { Actor } from '#domain/access/gate.ts';
import { emptyEntry, progressOf, type ReviewEntry } from '#domain/review/review-entry.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { documentsOf } from '../follow-up/say-assessment.ts';
import type { Stores } from '../stores.ts';
import { enterReview, promisesOf, recordReview, type CannotEnterReview } from './enter-review.ts';
import { heldBy } from './save-entry.ts';

export type CannotRenew =
  | CannotEnterReview
  | { readonly kind: 'pact-gone' | 'unknown-promise' | 'nothing-chosen' }
  /** The collective never spoke of it. */
  | { readonly kind: 'nothing-said-before'; readonly item: string };

/** Promises of which something is said in this review already are left as they are, and counted. */
export async function renewEntries(
  stores: Stores,
  actor: Actor,
  request: { readonly review: number; readonly items: readonly string[] },
  now: Date,
): Promise<Result<{ readonly renewed: number; readonly left: number }, CannotRenew>> {
  return await stores.together<{ renewed: number; left: number }, CannotRenew>(async (all) => {
    const entered = await enterReview(all, actor, { act: 'fill-review', id: request.review, lock: true });
    if (!entered.ok) return entered;
    const { review, by } = entered.value;
    const items = [...new Set(request.items)];
    if (items.length === 0) return refuse({ kind: 'nothing-chosen' });
    const pact = await promisesOf(all, review);
    if (!pact.ok) return pact;
    const today = dayIn(now, (await all.places.facts(pact.value.place))?.zone ?? 'Europe/Paris');
    const entries = new Map((await all.reviews.entries(review.id)).map((entry) => [entry.item, entry]));
    const promises = new Map(pact.value.promises.map((promise) => [promise.item, promise]));
    let renewed = 0;
    for (const item of items) {
      const promise = promises.get(item);
      if (promise === undefined) return refuse({ kind: 'unknown-promise' });
      const before = entries.get(item);
      if (progressOf(before?.words ?? null) !== 'not-looked-at') continue;
      const last = promise.latest.collective;
      if (last === null) return refuse({ kind: 'nothing-said-before', item });
      const words = saidAgain(last, today);
      await all.reviews.say(review.id, { item, version: (before?.version ?? 0) + 1, words, by, at: now });
      await all.assessments.holdDocuments(heldBy(review.id, item), documentsOf(words.evidence));
      await all.reviews.dropScratch(review.id, { item, person: by });
      renewed += 1;
    }
    if (renewed > 0) await recordReview(all, entered.value, { act: 'fill-review', says: { renewed: items }, at: now });
    return accept({ renewed, left: items.length - renewed });
  });
}

/** What was said, as of another day. */
export function saidAgain(last: SaidAssessment, assessedOn: string): ReviewEntry {
  const { status, levels, beforeMandate, sentence, evidence } = last;
  return { ...emptyEntry(assessedOn), status, levels, beforeMandate, sentence, evidence };
}
