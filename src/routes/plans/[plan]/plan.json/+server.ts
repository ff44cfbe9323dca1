import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { actionRows } from '#server/storage/downloads.ts';
import { planAxes } from '#server/storage/plan-page.ts';
import { publishedPlan } from '#server/storage/published-overview.ts';
import { knownPlan } from '../known-plan.ts';

/** What the document says, and what the town hall published since: its version and its sheets. */
export const GET: RequestHandler = async ({ params }) => {
  const { db, id, head } = await knownPlan(params);
  const [axes, actions, published] = await Promise.all([
    planAxes(db, id),
    actionRows(db, { plan: id }),
    publishedPlan(db, id),
  ]);
  const { version: number, versionAt: publishedAt } = published ?? error(404);
  const version = number === null ? null : { number, publishedAt };
  return jsonResponse(`plan-${id}`, { ...head, axes, actions, version });
};
