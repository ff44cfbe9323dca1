import type { RequestHandler } from './$types';
import { editionRows } from '#server/edition-lists.ts';
import { jsonResponse } from '#server/http/files.ts';

export const GET: RequestHandler = () => jsonResponse('chartes', editionRows());
