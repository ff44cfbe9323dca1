import type { RequestHandler } from './$types';
import { ENDORSEMENT_COLUMNS } from '#publishing/spreadsheet/partner-columns.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { endorsementRows } from '#server/storage/partner-pages.ts';

export const GET: RequestHandler = async () => {
  const { db } = await runtime();
  return streamedCsv('soutiens', ENDORSEMENT_COLUMNS, (after) =>
    endorsementRows(db, after === undefined ? {} : { after }),
  );
};
