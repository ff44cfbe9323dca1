import type { RequestHandler } from './$types';
import { ORGANISATION_COLUMNS } from '#publishing/spreadsheet/partner-columns.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { organisationRows } from '#server/storage/partner-pages.ts';

export const GET: RequestHandler = async () => {
  const { db } = await runtime();
  return streamedCsv('partenaires', ORGANISATION_COLUMNS, (after) =>
    organisationRows(db, after === undefined ? {} : { after }),
  );
};
