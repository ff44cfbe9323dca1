import type { RequestHandler } from './$types';
import { COLLECTIVE_COLUMNS } from '#publishing/spreadsheet/collective-columns.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { collectiveRows } from '#server/storage/collective-rows.ts';

export const GET: RequestHandler = async () => {
  const { db } = await runtime();
  return streamedCsv('collectifs', COLLECTIVE_COLUMNS, (after) =>
    collectiveRows(db, after === undefined ? {} : { after }),
  );
};
