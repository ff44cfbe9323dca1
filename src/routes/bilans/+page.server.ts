import type { PageServerLoad } from './$types';
import { runtime } from '#server/runtime.ts';
import { latestReviews } from '#server/storage/review-lists.ts';
import { reviewLine } from '#ui/review-page/review-line.ts';

/** The latest ones: those of a place are on its page. */
const MOST = 200;

export const load: PageServerLoad = async () => {
  const { db } = await runtime();
  return { reviews: (await latestReviews(db, { most: MOST })).map(reviewLine) };
};
