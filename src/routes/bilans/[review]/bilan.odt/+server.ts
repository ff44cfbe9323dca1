import type { RequestHandler } from './$types';
import { documentOdt } from '#publishing/document/document-odt.ts';
import { reviewDocument } from '#publishing/review/review-document.ts';
import { allowRendering, fileResponse, knownReview, placeOf } from '../known-review.ts';

export const GET: RequestHandler = async (event) => {
  const known = await knownReview(event.params);
  allowRendering(event);
  const { id, frozen } = known.published;
  return fileResponse(documentOdt(reviewDocument(frozen, placeOf(known))), { name: `bilan-${id}`, kind: 'odt' });
};
