import type { RequestHandler } from './$types';
import { PACT_COLUMNS } from '#publishing/spreadsheet/pact-columns.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { pactRows } from '#server/storage/downloads.ts';

export const GET: RequestHandler = async () => {
  const { db } = await runtime();
  return streamedCsv('pactes', PACT_COLUMNS, (after) => pactRows(db, after === undefined ? {} : { after }));
};
