import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { searchAsked } from '../communes/search-asked.ts';

/** `?q=`: what the search finds. */
export const GET: RequestHandler = async ({ url }) => jsonResponse('communes', (await searchAsked(url)).results);
