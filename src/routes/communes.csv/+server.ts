import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { FOUND_COLUMNS } from '#publishing/spreadsheet/municipality-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { searchAsked } from '../communes/search-asked.ts';

/** `?q=`: what the search finds. */
export const GET: RequestHandler = async (event) =>
  csvResponse('communes', csvFile(FOUND_COLUMNS, (await searchAsked(event)).results));
