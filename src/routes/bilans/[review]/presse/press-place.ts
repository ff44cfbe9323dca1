/** What the summary for the press needs beside the review itself. */
import type { PressPlace } from '#publishing/review/press-document.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { collectiveAddress } from '#ui/addresses.ts';
import { placeOf, type knownReview } from '../known-review.ts';

/** The day is read on a calendar in Paris, for every place (docs/decisions/0015). */
export function pressPlace(
  known: Awaited<ReturnType<typeof knownReview>>,
  { url, now }: { readonly url: URL; readonly now: Date },
): PressPlace {
  const place = placeOf(known, url);
  const contact = `${place.origin}${collectiveAddress(known.published.collective)}/ecrire`;
  return { ...place, contact, today: dayIn(now, 'Europe/Paris') };
}
