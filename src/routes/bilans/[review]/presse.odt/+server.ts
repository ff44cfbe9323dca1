import type { RequestHandler } from './$types';
import { documentOdt } from '#publishing/document/document-odt.ts';
import { pressDocument } from '#publishing/review/press-document.ts';
import { allowRendering, fileResponse, knownReview } from '../known-review.ts';
import { pressPlace } from '../presse/press-place.ts';

export const GET: RequestHandler = async (event) => {
  const known = await knownReview(event.params);
  allowRendering(event);
  const { id, frozen } = known.published;
  const document = pressDocument(frozen, pressPlace(known, new Date()));
  return fileResponse(documentOdt(document), { name: `bilan-${id}-presse`, kind: 'odt' });
};
