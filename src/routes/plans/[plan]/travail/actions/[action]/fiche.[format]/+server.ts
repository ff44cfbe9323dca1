import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { sheetDocument } from '#publishing/plan/notice-document.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { workingPrintedPlan } from '#server/printed-plans.ts';
import { knownWorkshop, numberOr404 } from '../../../known-workshop.ts';

/** One sheet as the town hall works on it. */
export const GET: RequestHandler = async (event) => {
  const workshop = await knownWorkshop(event);
  const { stores, plan, now } = workshop;
  const action = numberOr404(event.params.action);
  const found = await stores.workingPlans.action({ plan: plan.id, action });
  if (found === null) error(404);
  const printed = await workingPrintedPlan(workshop, plan, { origin: event.url.origin, now });
  // In a plan a number is one action's.
  const wanted = printed.sheets.find(({ sheet }) => sheet.number === found.number) ?? error(404);
  return await printedFile(event, sheetDocument(printed, wanted), {
    format: event.params.format,
    name: `plan-${plan.id}-fiche-${action}-de-travail`,
  });
};
