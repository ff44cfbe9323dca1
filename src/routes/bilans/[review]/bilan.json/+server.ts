import type { RequestHandler } from './$types';
import { knownReview } from '../known-review.ts';

/** The canonical text itself: its SHA-256 is the fingerprint that the page shows and the journal keeps. */
export const GET: RequestHandler = async ({ params }) => {
  const { published } = await knownReview(params);
  return new Response(published.canonical, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="bilan-${published.id}.json"`,
    },
  });
};
