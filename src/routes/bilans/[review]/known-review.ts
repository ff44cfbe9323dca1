/** The door of every public address of a review: what is not published is not there. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { allowance } from '#server/http/allowance.ts';
import { publicAddress } from '#server/config.ts';
import { runtime } from '#server/runtime.ts';
import { publishedReview } from '#server/storage/review-page.ts';
import { idIn, reviewAddress } from '#ui/addresses.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { promisesShown } from '#ui/review-page/review-shown.ts';
import type { ReviewPlace } from '#publishing/review/review-document.ts';

export async function knownReview({ review }: { readonly review: string }) {
  const id = idIn(review) ?? error(404);
  const { db, config } = await runtime();
  const published = (await publishedReview(db, id)) ?? error(404);
  return { db, config, published };
}

/** Where it stands, for its files. */
export function placeOf({ published, config }: Awaited<ReturnType<typeof knownReview>>): ReviewPlace {
  const origin = publicAddress(config);
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

/** Making a PDF takes a second of work. */
const RENDERINGS = allowance({ times: 20, timesHere: 2_000, windowMilliseconds: 600_000 });

export function allowRendering(event: Pick<RequestEvent, 'getClientAddress'>): void {
  const wait = RENDERINGS.secondsToWait(event.getClientAddress(), Date.now());
  if (wait > 0) error(429, tooManyAskings(wait));
}

const TYPES = { pdf: 'application/pdf', odt: 'application/vnd.oasis.opendocument.text' } as const;

export function fileResponse(bytes: Uint8Array, { name, kind }: { name: string; kind: keyof typeof TYPES }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': TYPES[kind], 'content-disposition': `attachment; filename="${name}.${kind}"` },
  });
}
