import type { PageServerLoad } from './$types';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { budgetShown } from '#ui/plan/budget-shown.ts';
import { publicView } from '../public-view.ts';

export const load: PageServerLoad = async (event) => {
  const { overview, frame } = await publicView(event, '/budget');
  return { frame, view: notWrittenOut(budgetShown(overview)) };
};
