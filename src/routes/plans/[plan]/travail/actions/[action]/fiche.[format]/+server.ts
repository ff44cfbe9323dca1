import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { sheetDocument } from '#publishing/plan/notice-document.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { workingPrintedSheet } from '#server/printed-plans.ts';
import { knownWorkshop, numberOr404 } from '../../../known-workshop.ts';

/** One sheet as the town hall works on it, every name in it: for the town hall alone. */
export const GET: RequestHandler = async (event) => {
  const workshop = await knownWorkshop(event);
  const action = numberOr404(event.params.action);
  const made = await workingPrintedSheet(workshop, { action, origin: event.url.origin });
  const { plan, printed } = made ?? error(404);
  return await printedFile(event, sheetDocument(plan, printed), {
    format: event.params.format,
    name: `plan-${workshop.plan.id}-fiche-${action}-interne`,
  });
};
