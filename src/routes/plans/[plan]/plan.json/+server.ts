import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { actionRows } from '#server/storage/downloads.ts';
import { planAxes } from '#server/storage/plan-page.ts';
import { knownPlan } from '../known-plan.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, id, head } = await knownPlan(params);
  const [axes, actions] = await Promise.all([planAxes(db, id), actionRows(db, { plan: id })]);
  return jsonResponse(`plan-${id}`, { ...head, axes, actions });
};
