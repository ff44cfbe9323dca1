import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { reviewsOfPlace } from '#server/storage/review-lists.ts';
import { knownMunicipality } from '../known-municipality.ts';

/** One entry a review, with its figures; its whole text is at /bilans/NUMBER/bilan.json. */
export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  return jsonResponse(`commune-${code}-bilans`, await reviewsOfPlace(db, { kind: 'municipality', code }));
};
