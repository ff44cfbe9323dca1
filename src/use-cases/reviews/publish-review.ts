/**
 * A coordinator publishes a review: what it says becomes the collective's assessments, its text is frozen and numbered, who
 * made the promises is told. All of it, or nothing.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '#domain/access/gate.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { METHOD_VERSION } from '#domain/follow-up/method-version.ts';
import type { FrozenPromise, FrozenReview } from '#domain/review/frozen-review.ts';
import { REVIEW_FORMAT } from '#domain/review/frozen-review.ts';
import { progressOf } from '#domain/review/review-entry.ts';
import { namePromise } from '#domain/review/promise-name.ts';
import { reviewTally } from '#domain/review/review-tally.ts';
import type { ReviewedPact } from '#domain/review/reviewed-pact.ts';
import { saidSince } from '#domain/review/said-since.ts';
import type { StoredEntry } from '#domain/review/stored-entry.ts';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { FollowedPact } from '#domain/follow-up/followed-pact.ts';
import { lookedOn, type SaidAssessment, type Speaker } from '#domain/follow-up/said-assessment.ts';
import { sayAssessment, type CannotSay } from '../follow-up/say-assessment.ts';
import type { Stores } from '../stores.ts';
import { enterReview, recordReview, type CannotEnterReview, type InReview } from './enter-review.ts';
import { heldBy } from './save-entry.ts';
import { tellOfReview } from './tell-of-review.ts';

/** `changes`: those of the review when the person read it through. */
export type PublishReview = { readonly review: number; readonly changes: number };

export type CannotPublishReview =
  | CannotEnterReview
  | { readonly kind: 'pact-gone' }
  | { readonly kind: 'already-published'; readonly number: number }
  /** Somebody worked on it since it was read through. */
  | { readonly kind: 'changed-since' }
  /** Nobody looked at anything. */
  | { readonly kind: 'nothing-assessed' }
  /** A status without its sentence, or the other way round. */
  | { readonly kind: 'entries-unfinished'; readonly items: readonly string[] }
  /** The collective spoke of them outside of the review after their entries were saved: published, these would go unread. */
  | { readonly kind: 'said-since'; readonly items: readonly string[] }
  | { readonly kind: 'entry-refused'; readonly item: string; readonly why: CannotSay };

export async function publishReview(
  stores: Stores,
  actor: Actor,
  request: PublishReview,
  now: Date,
): Promise<Result<{ readonly number: number }, CannotPublishReview>> {
  return await stores.together<{ number: number }, CannotPublishReview>(async (all) => {
    const entered = await enterReview(all, actor, { act: 'publish-review', id: request.review, lock: true });
    if (!entered.ok) return publishedBefore(await all.reviews.find(request.review)) ?? entered;
    const { review, collective, by, role } = entered.value;
    if (review.changes !== request.changes) return refuse({ kind: 'changed-since' });
    const followed = await all.assessments.pact(review.pact, { lock: true });
    const pact = await all.reviews.pact(review.pact);
    const edition = pact === null ? null : await all.editions.find(pact.edition);
    if (followed === null || pact === null || edition === null) return refuse({ kind: 'pact-gone' });

    const known = new Set(pact.promises.map(({ item }) => item));
    // What is said of a promise that a correction of the pact took away stays where it is, unpublished.
    const entries = (await all.reviews.entries(review.id)).filter(({ item }) => known.has(item));
    const unfinished = entries.filter(({ words }) => progressOf(words) === 'started').map(({ item }) => item);
    if (unfinished.length > 0) return refuse({ kind: 'entries-unfinished', items: unfinished });
    const ready = entries.filter(({ words }) => progressOf(words) === 'ready');
    if (ready.length === 0) return refuse({ kind: 'nothing-assessed' });
    const latest = new Map(pact.promises.map((promise) => [promise.item, promise.latest.collective]));
    const since = ready.filter((entry) => saidSince(latest.get(entry.item) ?? null, { entry, zone: followed.zone }));
    if (since.length > 0) return refuse({ kind: 'said-since', items: since.map(({ item }) => item) });

    const number = await all.reviews.nextNumber(review.pact);
    const frozen = frozenReview({ inside: entered.value, pact, edition, ready, number, followed }, now);
    const content = canonicalJson(frozen);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const speaker: Speaker = { person: by, role, name: collective.name, collective: collective.id };
    const refused = await all.tallies.once({ places: [followed.place], at: now }, async () => {
      for (const entry of ready) {
        const said = await sayEntry(all, { entry, followed, speaker, review: review.id }, now);
        if (!said.ok) return { item: entry.item, why: said.refusal };
      }
      await all.reviews.publish(review.id, { at: now, by, number, method: METHOD_VERSION, frozen, content, sha256 });
      return null;
    });
    if (refused !== null) return refuse({ kind: 'entry-refused', ...refused });
    for (const { item } of entries) await all.assessments.releaseDocuments(heldBy(review.id, item));
    await tellOfReview(all, { frozen, followed, by }, now);
    await recordReview(all, entered.value, {
      act: 'publish-review',
      says: { number, sha256, pact: review.pact, method: METHOD_VERSION },
      at: now,
    });
    return accept({ number });
  });
}

function publishedBefore(review: InReview['review'] | null) {
  return review?.state.kind === 'review-published'
    ? refuse({ kind: 'already-published' as const, number: review.state.number })
    : null;
}

async function sayEntry(
  all: Stores,
  {
    entry,
    followed,
    speaker,
    review,
  }: {
    readonly entry: StoredEntry;
    readonly followed: FollowedPact;
    readonly speaker: Speaker;
    readonly review: number;
  },
  now: Date,
) {
  const { checks: _, status, ...words } = entry.words;
  // Only what is ready comes here.
  if (status === null) throw new Error(`review ${review}: ${entry.item} has no status`);
  const said = { ...words, status, voice: 'collective' as const };
  return await sayAssessment(all, { pact: followed, item: entry.item, said, by: speaker, review }, now);
}

/** As it stood when the collective spoke. */
function shortly(said: SaidAssessment | null): FrozenPromise['townHall'] {
  if (said === null) return null;
  return { status: said.status, sentence: said.sentence, assessedOn: lookedOn(said) };
}

function frozenReview(
  made: {
    readonly inside: InReview;
    readonly pact: ReviewedPact;
    readonly edition: Edition;
    readonly ready: readonly StoredEntry[];
    readonly number: number;
    readonly followed: FollowedPact;
  },
  now: Date,
): FrozenReview {
  const { inside, pact, edition, ready, number, followed } = made;
  const { review, collective } = inside;
  const words = new Map(ready.map((entry) => [entry.item, entry.words]));
  const promises: readonly FrozenPromise[] = pact.promises.map((promise) => {
    const entry = words.get(promise.item);
    return {
      item: promise.item,
      ...namePromise(promise, edition),
      stance: promise.stance,
      // What was signed of each clause stays in the pact.
      levels: promise.levels.map(({ level, stance }) => ({ level, stance })),
      said: entry === undefined || entry.status === null ? null : { ...entry, status: entry.status },
      townHall: shortly(promise.latest['town-hall']),
    };
  });
  return {
    format: REVIEW_FORMAT,
    review: review.id,
    number,
    occasion: review.occasion,
    collective: { id: collective.id, name: collective.name },
    place: { code: pact.place, name: pact.placeName },
    pact: {
      id: pact.id,
      listName: pact.listName,
      leader: pact.leader,
      signedOn: pact.signedOn,
      termFrom: pact.term.from,
      termTo: pact.term.to,
      state: followed.state,
    },
    edition: { id: edition.id, title: edition.title },
    method: METHOD_VERSION,
    publishedOn: dayIn(now, followed.zone),
    publishedAt: now.toISOString(),
    introduction: review.introduction,
    tally: reviewTally(promises, edition),
    promises,
  };
}
