import type { PageServerLoad } from './$types';
import { collectiveAddress, pactAddress, placeAddress, reviewAddress } from '#ui/addresses.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import { promiseLabel } from '#ui/messages/reviews/names.fr.ts';
import { promisesShown } from '#ui/review-page/review-shown.ts';
import { knownReview } from './known-review.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const { published } = await knownReview(params);
  const { frozen, place, collective, pact, errata, replies, others, sha256 } = published;
  sendOnTo(reviewAddress(published), url);
  const labels = new Map(frozen.promises.map(({ item, label }) => [item, promiseLabel(item, label)]));
  const { promises: _, introduction, ...review } = frozen;
  return {
    address: reviewAddress(published),
    review,
    introduction: withHiddenSigns(introduction),
    sha256,
    place: { ...place, address: placeAddress(place) },
    collective: { ...collective, address: collectiveAddress(collective) },
    pact: pact === null ? null : pactAddress({ id: pact.id, slug: slugOf(pact.listName ?? '') || place.slug }),
    promises: promisesShown(frozen, published),
    errata: errata.map((erratum) => ({
      words: withHiddenSigns(erratum.words),
      writtenAt: erratum.writtenAt,
      of: erratum.item === null ? null : (labels.get(erratum.item) ?? null),
    })),
    replies: replies.map((reply) => ({ ...reply, words: withHiddenSigns(reply.words) })),
    others: others.map((other) => ({ ...other, address: reviewAddress({ id: other.id, place }) })),
  };
};
