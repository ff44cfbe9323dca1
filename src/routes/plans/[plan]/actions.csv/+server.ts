import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { ACTION_COLUMNS } from '#publishing/spreadsheet/plan-columns.ts';
import { idIn } from '#ui/addresses.ts';
import { csvResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { actionRows } from '#server/storage/downloads.ts';
import { planPage } from '#server/storage/plan-page.ts';

export const GET: RequestHandler = async ({ params }) => {
  const plan = idIn(params.plan) ?? error(404);
  const { db } = await runtime();
  const [known, rows] = await Promise.all([planPage(db, { id: plan }), actionRows(db, { plan })]);
  if (known === null) error(404);
  return csvResponse(`plan-${plan}-actions`, csvFile(ACTION_COLUMNS, rows));
};
