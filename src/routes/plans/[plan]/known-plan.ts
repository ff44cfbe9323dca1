/** The door of every page and file under a plan: an address that names no plan is not found, a withdrawn one says so. */
import { error } from '@sveltejs/kit';
import { idIn } from '#ui/addresses.ts';
import { runtime, type Runtime } from '#server/runtime.ts';
import { planPage, type PlanPage } from '#server/storage/plan-page.ts';
import { neverThereOrGone } from '../../gone.ts';

export async function knownPlan({
  plan,
}: {
  readonly plan: string;
}): Promise<Runtime & { readonly id: number; readonly page: PlanPage }> {
  const id = idIn(plan) ?? error(404);
  const opened = await runtime();
  const page = (await planPage(opened.db, { id })) ?? (await neverThereOrGone(opened.db, { what: 'plan', id }));
  return { ...opened, id, page };
}
