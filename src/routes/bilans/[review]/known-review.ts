/** The door of every public address of a review: what is not published is not there. */
import { error } from '@sveltejs/kit';
import { runtime } from '#server/runtime.ts';
import { publishedReview } from '#server/storage/review-page.ts';
import { idIn, reviewAddress } from '#ui/addresses.ts';
import { promisesShown } from '#ui/review-page/review-shown.ts';
import type { ReviewPlace } from '#publishing/review/review-document.ts';

export async function knownReview({ review }: { readonly review: string }) {
  const id = idIn(review) ?? error(404);
  const { db, config } = await runtime();
  const published = (await publishedReview(db, id)) ?? error(404);
  return { db, config, published };
}

/** Where it stands, for its files: under the address by which the site was opened, unless it has a public one. */
export function placeOf({ published, config }: Awaited<ReturnType<typeof knownReview>>, url: URL): ReviewPlace {
  const origin = config.publicOrigin ?? url.origin;
  const { frozen, errata, replies, sha256 } = published;
  return {
    origin,
    address: `${origin}${reviewAddress(published)}`,
    sha256,
    promises: promisesShown(frozen, published),
    errata: errata.filter(({ item }) => item === null),
    replies,
  };
}
