/** The way into the work on a review, for every page and act under it. Not there and not allowed look the same. */
import { error } from '@sveltejs/kit';
import { zoneOf } from '#domain/shared/local-day.ts';
import { requirePerson, type Asking } from '#server/accounts/actor-of.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import { sayReviewRefusal, type ReviewRefusal } from '#ui/messages/reviews/refusals.fr.ts';
import { SOMEBODY } from '#ui/messages/reviews/work.fr.ts';
import { workRows } from '#ui/review-work/rows.ts';
import { enterReview } from '#use-cases/reviews/enter-review.ts';

type Event = Asking & { readonly params: { readonly review: string } };

/** For an act, which passes the gate by itself. Sends whoever is not signed in to sign in first. */
export async function actInReview(event: Event) {
  const id = idIn(event.params.review) ?? error(404);
  const { db } = await runtime();
  return { id, db, stores: storesOn(db), person: await requirePerson(event) };
}

/** For a page: the review with everything said in it. */
export async function enterWork(event: Event) {
  const { id, db, stores, person } = await actInReview(event);
  const entered = await enterReview(stores, person, { act: 'see-review', id, lock: false });
  if (!entered.ok) error(404);
  const { review, collective } = entered.value;
  const member = await stores.collectives.member(collective.id, person.id);
  // A published review is seen by all, and these pages by its members alone.
  if (member === null) error(404);
  const [pact, entries, assignments, scratches, members] = await Promise.all([
    stores.reviews.pact(review.pact),
    stores.reviews.entries(id),
    stores.reviews.assignments(id),
    stores.reviews.scratches(id),
    stores.collectives.members(collective.id),
  ]);
  if (pact === null) error(404, sayReviewRefusal({ kind: 'pact-gone' }));
  const [edition, facts] = await Promise.all([stores.editions.find(pact.edition), stores.places.facts(pact.place)]);
  if (edition === null) error(404);
  const names = new Map(members.map(({ person: account, name }) => [account, name]));
  const nameOf = (account: string): string => names.get(account) ?? SOMEBODY;
  return {
    id,
    db,
    stores,
    person,
    review,
    collective,
    pact,
    edition,
    entries,
    scratches,
    members,
    nameOf,
    coordinates: member.role === 'coordinator',
    isOpen: review.state.kind === 'review-open',
    home: `/bilans/${id}/travail`,
    rows: workRows(pact, {
      edition,
      entries,
      assignments,
      scratches,
      zone: facts?.zone ?? zoneOf(''),
      nameOf,
      me: person.id,
    }),
  };
}

/** Throws 404 for what is not there, or not for this person. */
export function hiddenWhenUnknown(refusal: ReviewRefusal): void {
  if (refusal.kind === 'unknown-review' || refusal.kind === 'unknown-promise') error(404, sayReviewRefusal(refusal));
}
