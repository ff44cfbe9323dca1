import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { searchAsked } from '../communes/search-asked.ts';

/** `?q=`: what the search finds. */
export const GET: RequestHandler = async (event) => jsonResponse('communes', (await searchAsked(event)).results);
