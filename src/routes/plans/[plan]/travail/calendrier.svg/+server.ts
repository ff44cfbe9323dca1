import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { svgResponse } from '#server/http/files.ts';
import { NO_DATE_AT_ALL } from '#ui/messages/plan-views.fr.ts';
import { ganttSvg } from '#ui/plan/gantt-svg.ts';
import { readView } from '#ui/plan/view-asked.ts';
import { calendarShown } from '#ui/plan/view-shown.ts';
import { knownWorkshop } from '../known-workshop.ts';

/** The whole calendar asked for, on one picture, private actions included. */
export const GET: RequestHandler = async (event) => {
  const { stores, plan, frame } = await knownWorkshop(event);
  const asked = { ...readView(event.url.searchParams), page: 'all' as const };
  const overview = await stores.workingPlans.overview(plan.id);
  const { gantt, undatedInAll } = calendarShown(overview, { asked, today: frame.today });
  if (gantt === null) error(404, NO_DATE_AT_ALL);
  return svgResponse(`plan-${plan.id}-calendrier-de-travail`, ganttSvg(gantt, { frame, undated: undatedInAll }));
};
