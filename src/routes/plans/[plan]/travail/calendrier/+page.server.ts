import type { PageServerLoad } from './$types';
import { readView } from '#ui/plan/view-asked.ts';
import { calendarShown } from '#ui/plan/view-shown.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { knownWorkshop } from '../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, plan, place, frame } = await knownWorkshop(event);
  const asked = readView(event.url.searchParams);
  const overview = await stores.workingPlans.overview(plan.id);
  return {
    frame,
    place,
    asked,
    view: notWrittenOut(calendarShown(overview, { asked, today: frame.today })),
  };
};
