import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { FOUND_COLUMNS } from '#publishing/spreadsheet/municipality-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { searchAskedForFile } from '../communes/search-asked.ts';

/** `?q=`: what the search finds; 400 without it. */
export const GET: RequestHandler = async (event) =>
  csvResponse('communes', csvFile(FOUND_COLUMNS, await searchAskedForFile(event)));
