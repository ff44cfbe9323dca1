import type { PageServerLoad } from './$types';
import { planAddress } from '#ui/addresses.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { publicHistory } from '#server/storage/public-history.ts';
import { knownPlan } from './known-plan.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const { db, id, page } = await knownPlan(params);
  sendOnTo(planAddress(page.plan), url);
  const numbers = new Set(page.axes.map((axis) => axis.number));
  const withoutAxis = page.actions.filter((action) => action.axis === null || !numbers.has(action.axis));
  return {
    ...page,
    history: await publicHistory(db, { kind: 'plan', id }),
    axes: page.axes.map((axis) => ({ ...axis, actions: page.actions.filter((action) => action.axis === axis.number) })),
    withoutAxis,
    withAmount: page.actions.filter((action) => action.amounts.length > 0).length,
  };
};
