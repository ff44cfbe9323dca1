import type { PageServerLoad } from './$types';
import { OCCASION, ofPact } from '#ui/messages/reviews/names.fr.ts';
import { enterSpace } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, id, collective, space } = await enterSpace(event);
  const [reviews, pacts] = await Promise.all([
    stores.reviews.ofCollective(id),
    stores.reviews.pactsOf(collective.places),
  ]);
  const names = new Map(pacts.map((pact) => [pact.id, ofPact(pact.listName, pact.placeName)]));
  return {
    space,
    mayOpen: collective.state === 'active' || collective.state === 'dormant',
    hasPacts: pacts.length > 0,
    reviews: reviews.map(({ id: review, occasion, pact, openedAt, state }) => ({
      id: review,
      title: `${OCCASION[occasion]} ${names.get(pact) ?? ''}`.trim(),
      openedAt,
      state,
      address: state.kind === 'review-published' ? `/bilans/${review}` : `/bilans/${review}/travail`,
    })),
  };
};
