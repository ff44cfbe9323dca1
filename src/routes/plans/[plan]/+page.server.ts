import type { PageServerLoad } from './$types';
import { progressByAxis, progressOf } from '#domain/plan/progress.ts';
import { planAddress } from '#ui/addresses.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { publicHistory } from '#server/storage/public-history.ts';
import { publishedOverview, publishedPlan } from '#server/storage/published-overview.ts';
import { treeShown } from '#ui/plan/tree-shown.ts';
import { wholePlan } from './known-plan.ts';
import { publicFrame } from './public-view.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const { db, id, page } = await wholePlan(params);
  sendOnTo(planAddress(page.plan), url);
  const [published, overview, history] = await Promise.all([
    publishedPlan(db, id),
    publishedOverview(db, id),
    publicHistory(db, { kind: 'plan', id }),
  ]);
  const numbers = new Set(page.axes.map((axis) => axis.number));
  const withoutAxis = page.actions.filter((action) => action.axis === null || !numbers.has(action.axis));
  const frame = published === null ? null : publicFrame(published, new Date());
  return {
    ...page,
    history,
    published,
    frame,
    tree:
      frame?.typed === true
        ? notWrittenOut({
            progress: progressOf(overview.rows, frame.today),
            branches: treeShown(overview, progressByAxis(overview.axes, overview.rows, frame.today)),
          })
        : null,
    axes: page.axes.map((axis) => ({ ...axis, actions: page.actions.filter((action) => action.axis === axis.number) })),
    withoutAxis,
    withAmount: page.actions.filter((action) => action.amounts.length > 0).length,
  };
};
