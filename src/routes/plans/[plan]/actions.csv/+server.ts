import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { ACTION_COLUMNS } from '#publishing/spreadsheet/plan-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { actionRows } from '#server/storage/downloads.ts';
import { knownPlan } from '../known-plan.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, id } = await knownPlan(params);
  return csvResponse(`plan-${id}-actions`, csvFile(ACTION_COLUMNS, await actionRows(db, { plan: id })));
};
