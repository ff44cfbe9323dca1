import type { PageServerLoad } from './$types';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { budgetShown } from '#ui/plan/budget-shown.ts';
import { knownWorkshop } from '../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, plan, place, frame } = await knownWorkshop(event);
  return { frame, place, view: notWrittenOut(budgetShown(await stores.workingPlans.overview(plan.id))) };
};
