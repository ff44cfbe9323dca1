import type { RequestHandler } from './$types';
import { noticeDocument } from '#publishing/plan/notice-document.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { workingPrintedPlan } from '#server/printed-plans.ts';
import { knownWorkshop } from '../known-workshop.ts';

/** Every name and every sheet as the town hall works on them, private ones told apart: for the town hall alone. */
export const GET: RequestHandler = async (event) => {
  const workshop = await knownWorkshop(event);
  const plan = await workingPrintedPlan(workshop, { origin: event.url.origin });
  const name = `plan-${workshop.plan.id}-document-interne`;
  return await printedFile(event, noticeDocument(plan), { format: event.params.format, name });
};
