import type { RequestHandler } from './$types';
import { EDITION_COLUMNS } from '#publishing/spreadsheet/charter-columns.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { editionRows } from '#server/edition-lists.ts';
import { csvResponse } from '#server/http/files.ts';

export const GET: RequestHandler = () => csvResponse('chartes', csvFile(EDITION_COLUMNS, editionRows()));
