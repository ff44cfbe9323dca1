import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { searchAskedForFile } from '../communes/search-asked.ts';

/** `?q=`: what the search finds; 400 without it. */
export const GET: RequestHandler = async (event) => jsonResponse('communes', await searchAskedForFile(event));
