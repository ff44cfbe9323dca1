/** One published review in a list: its title, its figures with their denominators, its date. */
import type { ReviewOccasion } from '#domain/review/review.ts';
import { figuresOn, type ReviewTally } from '#domain/review/review-tally.ts';
import { reviewAddress } from '#ui/addresses.ts';
import { ambitionLine, keptLine } from '#ui/messages/reviews/figures.fr.ts';
import { OCCASION, ofPact } from '#ui/messages/reviews/names.fr.ts';
import { atDate, publishedBy } from '#ui/messages/reviews/page.fr.ts';

export type ReviewLineShown = {
  readonly id: number;
  readonly address: string;
  readonly title: string;
  /** « 12 engagements tenus sur 26 signés, au 3 juin 2029. Publié le 12 juin 2029 par « … ». » */
  readonly words: string;
  readonly ambition: string;
};

type Listed = {
  readonly id: number;
  readonly number: number;
  readonly occasion: ReviewOccasion;
  readonly publishedOn: string;
  readonly listName: string | null;
  readonly collective: { readonly name: string };
  readonly place: { readonly name: string; readonly slug: string };
  readonly tally: ReviewTally;
};

export function reviewLine(review: Listed): ReviewLineShown {
  const { id, number, occasion, listName, place, tally } = review;
  return {
    id,
    address: reviewAddress(review),
    title: `${OCCASION[occasion]} n° ${number} ${ofPact(listName, place.name)}`,
    words: `${keptLine(tally)}, ${atDate(figuresOn(review))}. ${publishedBy(review)}`,
    ambition: `${ambitionLine(tally)}.`,
  };
}
