import type { RequestHandler } from './$types';
import { PLAN_COLUMNS } from '#publishing/spreadsheet/plan-columns.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { planRows } from '#server/storage/downloads.ts';

export const GET: RequestHandler = async () => {
  const { db } = await runtime();
  return streamedCsv('plans', PLAN_COLUMNS, (after) => planRows(db, after === undefined ? {} : { after }));
};
