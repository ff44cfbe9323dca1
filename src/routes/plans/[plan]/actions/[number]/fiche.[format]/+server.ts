import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { slugOf } from '#domain/shared/slug.ts';
import { sheetDocument } from '#publishing/plan/notice-document.ts';
import { publicAddress } from '#server/config.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { publishedPrintedSheet } from '#server/printed-plans.ts';
import { publishedPlan } from '#server/storage/published-overview.ts';
import { knownPlan } from '../../../known-plan.ts';

/** One sheet, as published. */
export const GET: RequestHandler = async (event) => {
  const { format, number } = event.params;
  const { db, config, id } = await knownPlan(event.params);
  const published = (await publishedPlan(db, id)) ?? error(404);
  const making = { number, origin: publicAddress(config), now: new Date() };
  const { plan, printed } = (await publishedPrintedSheet(db, published, making)) ?? error(404);
  const name = `plan-${id}-fiche-${slugOf(number) || 'sans-numero'}`;
  return await printedFile(event, sheetDocument(plan, printed), { format, name });
};
