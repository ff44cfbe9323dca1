import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { actionRows } from '#server/storage/downloads.ts';
import { knownPlan } from '../known-plan.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, id, page } = await knownPlan(params);
  return jsonResponse(`plan-${id}`, { ...page, actions: await actionRows(db, { plan: id }) });
};
