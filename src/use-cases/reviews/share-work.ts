/** Around the entries of a review: who looks at what, its occasion and its first words, giving it up and taking it up again. */
import type { Actor } from '#domain/access/gate.ts';
import { INTRODUCTION_LIMIT, isOccasion } from '#domain/review/review.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { enterReview, promisesOf, recordReview, type CannotEnterReview } from './enter-review.ts';

export type CannotShareWork =
  | CannotEnterReview
  | BadText
  | { readonly kind: 'pact-gone' | 'unknown-promise' | 'not-a-member' | 'no-occasion' | 'nothing-chosen' }
  | { readonly kind: 'open-already'; readonly review: number }
  /** Somebody wrote another introduction meanwhile. Theirs is kept, yours is given back. */
  | { readonly kind: 'stale-introduction'; readonly theirs: string };

/** `person` null: nobody any more. The person is a member of the collective. */
export async function assignPromises(
  stores: Stores,
  actor: Actor,
  request: { readonly review: number; readonly items: readonly string[]; readonly person: string | null },
  now: Date,
): Promise<Result<null, CannotShareWork>> {
  return await stores.together<null, CannotShareWork>(async (all) => {
    const entered = await enterReview(all, actor, { act: 'fill-review', id: request.review, lock: true });
    if (!entered.ok) return entered;
    const { person } = request;
    const items = [...new Set(request.items)];
    if (items.length === 0) return refuse({ kind: 'nothing-chosen' });
    const pact = await promisesOf(all, entered.value.review);
    if (!pact.ok) return pact;
    const known = new Set(pact.value.promises.map(({ item }) => item));
    if (items.some((item) => !known.has(item))) return refuse({ kind: 'unknown-promise' });
    const { id: collective } = entered.value.collective;
    if (person !== null && (await all.collectives.member(collective, person)) === null) {
      return refuse({ kind: 'not-a-member' });
    }
    await all.reviews.assign(request.review, { items, person, at: now });
    await recordReview(all, entered.value, { act: 'fill-review', says: { assigned: { items, person } }, at: now });
    return accept(null);
  });
}

export type DescribeReview = {
  readonly review: number;
  readonly occasion: string;
  readonly introduction: string;
  /** The introduction that the person saw. Absent: not asked. */
  readonly seen?: string;
};

export async function describeReview(
  stores: Stores,
  actor: Actor,
  request: DescribeReview,
  now: Date,
): Promise<Result<null, CannotShareWork>> {
  return await stores.together<null, CannotShareWork>(async (all) => {
    const entered = await enterReview(all, actor, { act: 'fill-review', id: request.review, lock: true });
    if (!entered.ok) return entered;
    const { occasion } = request;
    if (!isOccasion(occasion)) return refuse({ kind: 'no-occasion' });
    const most = INTRODUCTION_LIMIT;
    const introduction = readText(request.introduction, { field: 'introduction', most, optional: true });
    if (!introduction.ok) return introduction;
    const { introduction: theirs } = entered.value.review;
    const seen = readText(request.seen ?? theirs, { field: 'introduction', most, optional: true });
    if (theirs !== introduction.value && (!seen.ok || seen.value !== theirs)) {
      return refuse({ kind: 'stale-introduction', theirs });
    }
    await all.reviews.describe(request.review, { occasion, introduction: introduction.value });
    await recordReview(all, entered.value, { act: 'fill-review', says: { occasion, introduction: true }, at: now });
    return accept(null);
  });
}

export async function giveUpReview(
  stores: Stores,
  actor: Actor,
  request: { readonly review: number },
  now: Date,
): Promise<Result<null, CannotShareWork>> {
  return await stores.together<null, CannotShareWork>(async (all) => {
    const entered = await enterReview(all, actor, { act: 'give-up-review', id: request.review, lock: true });
    if (!entered.ok) return entered;
    await all.reviews.giveUp(request.review, now);
    await recordReview(all, entered.value, { act: 'give-up-review', at: now });
    return accept(null);
  });
}

/** Refused while another one of the same pact is open. */
export async function takeUpReview(
  stores: Stores,
  actor: Actor,
  request: { readonly review: number },
  now: Date,
): Promise<Result<null, CannotShareWork>> {
  return await stores.together<null, CannotShareWork>(async (all) => {
    const entered = await enterReview(all, actor, { act: 'take-up-review', id: request.review, lock: true });
    if (!entered.ok) return entered;
    const { review, collective } = entered.value;
    await all.collectives.lock(collective.id);
    const open = (await all.reviews.ofCollective(collective.id)).find(
      ({ pact, state }) => pact === review.pact && state.kind === 'review-open',
    );
    if (open !== undefined) return refuse({ kind: 'open-already', review: open.id });
    await all.reviews.giveUp(request.review, null);
    await recordReview(all, entered.value, { act: 'take-up-review', at: now });
    return accept(null);
  });
}
