import type { RequestHandler } from './$types';
import { CROSSWALK_COLUMNS } from '#publishing/spreadsheet/crosswalk-columns.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { relationLines } from '#server/crosswalk-lines.ts';
import { csvResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';

export const GET: RequestHandler = async () => {
  const { db } = await runtime();
  return csvResponse('correspondances', csvFile(CROSSWALK_COLUMNS, await relationLines(db)));
};
