import type { PageServerLoad } from './$types';
import { readView } from '#ui/plan/view-asked.ts';
import { boardShown } from '#ui/plan/view-shown.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { changedIn } from '../changed-in.ts';
import { knownWorkshop } from '../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, plan, state, place, frame } = await knownWorkshop(event);
  const asked = readView(event.url.searchParams);
  const overview = await stores.workingPlans.overview(plan.id);
  return {
    frame,
    place,
    asked,
    view: notWrittenOut(boardShown(overview, { asked, today: frame.today })),
    open: state !== 'put-away',
    changed: changedIn(event.url),
  };
};
