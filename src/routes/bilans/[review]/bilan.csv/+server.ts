import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { REVIEW_PROMISE_COLUMNS } from '#publishing/spreadsheet/review-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { knownReview } from '../known-review.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { published } = await knownReview(params);
  const { frozen: review, id } = published;
  const lines = review.promises.map((promise) => ({ review, promise }));
  return csvResponse(`bilan-${id}`, csvFile(REVIEW_PROMISE_COLUMNS, lines));
};
