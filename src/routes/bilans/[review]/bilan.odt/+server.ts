import type { RequestHandler } from './$types';
import { reviewDocument } from '#publishing/review/review-document.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { knownReview, placeOf } from '../known-review.ts';

export const GET: RequestHandler = async (event) => {
  const known = await knownReview(event.params);
  const { id, frozen } = known.published;
  return await printedFile(event, reviewDocument(frozen, placeOf(known, event.url)), {
    name: `bilan-${id}`,
    format: 'odt',
  });
};
