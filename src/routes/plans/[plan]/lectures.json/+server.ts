import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { earlierReadings } from '#server/storage/earlier-readings.ts';
import { knownPlan } from '../known-plan.ts';

/** What was shown before each correction. */
export const GET: RequestHandler = async ({ params }) => {
  const { db, id } = await knownPlan(params);
  return jsonResponse(`plan-${id}-lectures`, await earlierReadings(db, { what: 'plan', id }));
};
