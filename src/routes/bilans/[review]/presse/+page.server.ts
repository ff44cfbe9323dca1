import type { PageServerLoad } from './$types';
import { pressSummary } from '#publishing/review/press-document.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { collectiveAddress, reviewAddress } from '#ui/addresses.ts';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import { otherSide } from '#ui/messages/reviews/page.fr.ts';
import { promisesShown } from '#ui/review-page/review-shown.ts';
import { knownReview } from '../known-review.ts';
import { pressPlace } from './press-place.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const known = await knownReview(params);
  const { published } = known;
  const address = reviewAddress(published);
  sendOnTo(`${address}/presse`, url);
  const { today, address: whole } = pressPlace(known, { url, now: new Date() });
  const last = published.replies.at(-1);
  return {
    address,
    whole,
    review: published.id,
    publishedOn: published.frozen.publishedOn,
    place: published.place.name,
    summary: pressSummary(published.frozen, promisesShown(published.frozen)),
    reply: last === undefined ? null : { ...last, words: withHiddenSigns(last.words) },
    today,
    otherSide: otherSide(published.frozen),
    write: `${collectiveAddress(published.collective)}/ecrire`,
  };
};
