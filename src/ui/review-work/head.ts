/** What each page of the work on a review shows at its top. */
import type { Collective } from '#domain/collective/collective.ts';
import type { ReviewedPact } from '#domain/review/reviewed-pact.ts';
import type { Review } from '#domain/review/review.ts';
import { spaceAddress } from '#ui/addresses.ts';
import { OCCASION, ofPact } from '#ui/messages/reviews/names.fr.ts';

export type WorkHead = {
  readonly home: string;
  readonly title: string;
  readonly collective: string;
  readonly space: string;
  readonly page: string;
};

export function workHead({
  review,
  pact,
  collective,
}: {
  readonly review: Review;
  readonly pact: Pick<ReviewedPact, 'listName' | 'placeName'>;
  readonly collective: Collective;
}): WorkHead {
  return {
    home: `/bilans/${review.id}/travail`,
    title: `${OCCASION[review.occasion]} ${ofPact(pact.listName, pact.placeName)}`,
    collective: collective.name,
    space: `${spaceAddress(collective)}/bilans`,
    page: `/bilans/${review.id}`,
  };
}
