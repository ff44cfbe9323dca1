import type { RequestHandler } from './$types';
import { pressDocument } from '#publishing/review/press-document.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { knownReview } from '../known-review.ts';
import { pressPlace } from '../presse/press-place.ts';

export const GET: RequestHandler = async (event) => {
  const known = await knownReview(event.params);
  const { id, frozen } = known.published;
  const document = pressDocument(frozen, pressPlace(known, { url: event.url, now: new Date() }));
  return await printedFile(event, document, { name: `bilan-${id}-presse`, format: 'odt' });
};
