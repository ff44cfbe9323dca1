import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { noticeDocument } from '#publishing/plan/notice-document.ts';
import { publicAddress } from '#server/config.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { publishedPrintedPlan } from '#server/printed-plans.ts';
import { publishedPlan } from '#server/storage/published-overview.ts';
import { knownPlan } from '../known-plan.ts';

/** The notice and every sheet, as published. */
export const GET: RequestHandler = async (event) => {
  const { db, config, id } = await knownPlan(event.params);
  const published = (await publishedPlan(db, id)) ?? error(404);
  const plan = await publishedPrintedPlan(db, published, { origin: publicAddress(config), now: new Date() });
  return await printedFile(event, noticeDocument(plan), { format: event.params.format, name: `plan-${id}-notice` });
};
