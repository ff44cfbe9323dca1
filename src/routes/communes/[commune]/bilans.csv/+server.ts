import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { REVIEW_COLUMNS } from '#publishing/spreadsheet/review-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { reviewsOfPlace } from '#server/storage/review-lists.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  const reviews = await reviewsOfPlace(db, { kind: 'municipality', code });
  return csvResponse(`commune-${code}-bilans`, csvFile(REVIEW_COLUMNS, reviews));
};
