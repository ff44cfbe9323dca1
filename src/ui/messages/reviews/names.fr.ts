/** How a review and what it speaks of are called, on every page. */
import type { ReviewOccasion } from '#domain/review/review.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { a, dePlace } from '../format.fr.ts';

export const OCCASION: Readonly<Record<ReviewOccasion, string>> = {
  yearly: 'Bilan annuel',
  'mid-term': 'Bilan à mi-mandat',
  'end-of-term': 'Bilan de fin de mandat',
  other: 'Bilan',
};

/** As chosen in a form. */
export const OCCASION_CHOICE: Readonly<Record<ReviewOccasion, string>> = {
  yearly: 'Annuel',
  'mid-term': 'À mi-mandat',
  'end-of-term': 'De fin de mandat',
  other: 'Autre',
};

/** « du pacte de la liste X à Champigny », « du pacte de Champigny ». */
export function ofPact(listName: string | null, place: string): string {
  return listName === null ? `du pacte ${dePlace(place)}` : `du pacte « ${listName} » ${a(place)}`;
}

/** « Mesure 15 », « Principe A », « Engagement local 33 », « Engagement local ». */
export function promiseLabel(item: string, label: string | null): string {
  const kind = commitmentKeyOf(item)?.kind ?? 'local';
  const word = { measure: 'Mesure', principle: 'Principe', local: 'Engagement local' }[kind];
  return label === null ? word : `${word} ${label}`;
}
