import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { idIn, planAddress } from '#ui/addresses.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { runtime } from '#server/runtime.ts';
import { planPage } from '#server/storage/plan-page.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const id = idIn(params.plan) ?? error(404);
  const { db } = await runtime();
  const page = (await planPage(db, { id })) ?? error(404);
  sendOnTo(planAddress(page.plan), url);
  const numbers = new Set(page.axes.map((axis) => axis.number));
  const withoutAxis = page.actions.filter((action) => action.axis === null || !numbers.has(action.axis));
  return {
    ...page,
    axes: page.axes.map((axis) => ({ ...axis, actions: page.actions.filter((action) => action.axis === axis.number) })),
    withoutAxis,
    withAmount: page.actions.filter((action) => action.amounts.length > 0).length,
  };
};
