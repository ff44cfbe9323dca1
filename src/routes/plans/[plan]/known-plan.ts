/** The doors of every page and file under a plan: an address that names no plan is not found, a withdrawn one says so. */
import { error } from '@sveltejs/kit';
import { idIn } from '#ui/addresses.ts';
import { runtime, type Runtime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { planHead, planPage, type PlanHead, type PlanPage } from '#server/storage/plan-page.ts';
import { neverThereOrGone } from '../../gone.ts';

type Params = { readonly plan: string };
type Opened = Runtime & { readonly id: number };

/** The plan without its axes and actions: one query, whatever its size. */
export async function knownPlan(params: Params): Promise<Opened & { readonly head: PlanHead }> {
  const { found, ...opened } = await open(params, planHead);
  return { ...opened, head: found };
}

/** With its axes and every action, in short. */
export async function wholePlan(params: Params): Promise<Opened & { readonly page: PlanPage }> {
  const { found, ...opened } = await open(params, (db, id) => planPage(db, { id }));
  return { ...opened, page: found };
}

async function open<Found>(
  { plan }: Params,
  find: (db: Db, id: number) => Promise<Found | null>,
): Promise<Opened & { readonly found: Found }> {
  const id = idIn(plan) ?? error(404);
  const opened = await runtime();
  const found = (await find(opened.db, id)) ?? (await neverThereOrGone(opened.db, { what: 'plan', id }));
  return { ...opened, id, found };
}
