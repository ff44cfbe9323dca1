/** The door of every public view of a plan: the plan as published, its lines, and what its pages say of it at their top. */
import { error } from '@sveltejs/kit';
import type { PlanOverview } from '#domain/plan/plan-row.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { runtime, type Runtime } from '#server/runtime.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { publishedOverview, publishedPlan, type PublishedPlan } from '#server/storage/published-overview.ts';
import { idIn, placeAddress, planAddress } from '#ui/addresses.ts';
import type { PlanFrame } from '#ui/plan/frame.ts';
import { neverThereOrGone } from '../../gone.ts';

export type PublicView = Runtime & {
  readonly published: PublishedPlan;
  readonly frame: PlanFrame;
  readonly overview: PlanOverview;
};

/** `segment`: the end of the address of this view, '/tableau'. Throws 404, 410, or a redirect to the address of today. */
export async function publicView(
  event: { readonly params: { readonly plan: string }; readonly url: URL },
  segment: string,
): Promise<PublicView> {
  const id = idIn(event.params.plan) ?? error(404);
  const opened = await runtime();
  const [published, overview] = await Promise.all([publishedPlan(opened.db, id), publishedOverview(opened.db, id)]);
  if (published === null) return await neverThereOrGone(opened.db, { what: 'plan', id });
  const base = planAddress(published.plan);
  sendOnTo(`${base}${segment}`, event.url);
  return { ...opened, published, overview, frame: publicFrame(published, new Date()) };
}

export function publicFrame({ plan, version, zone }: PublishedPlan, now: Date): PlanFrame {
  return {
    kind: 'public',
    base: planAddress(plan),
    title: plan.title,
    place: { name: plan.place.name, href: placeAddress(plan.place) },
    today: dayIn(now, zone),
    typed: version !== null,
  };
}
