import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { svgResponse } from '#server/http/files.ts';
import { NO_DATE_AT_ALL } from '#ui/messages/plan-views.fr.ts';
import { ganttSvg } from '#ui/plan/gantt-svg.ts';
import { readView } from '#ui/plan/view-asked.ts';
import { calendarShown } from '#ui/plan/view-shown.ts';
import { publicView } from '../public-view.ts';

/** The whole calendar asked for, on one picture. */
export const GET: RequestHandler = async (event) => {
  const { overview, frame, published } = await publicView(event, '/calendrier.svg');
  const asked = { ...readView(event.url.searchParams), page: 'all' as const };
  const { gantt, undatedInAll } = calendarShown(overview, { asked, today: frame.today });
  if (gantt === null) error(404, NO_DATE_AT_ALL);
  return svgResponse(`plan-${published.plan.id}-calendrier`, ganttSvg(gantt, { frame, undated: undatedInAll }));
};
