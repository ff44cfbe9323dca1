/** For the page where a town hall makes an action of a promise: the promise, and the plans that may take it. Nothing is held. */
import { pass, type Actor } from '#domain/access/gate.ts';
import type { PlacePromise } from '#domain/plan/place-promise.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { enterPlan } from '../plans/enter-plan.ts';
import type { StoredPlan } from '../plans/working-plan-store.ts';
import type { Stores } from '../stores.ts';

export type Planning = { readonly promise: PlacePromise; readonly plans: readonly StoredPlan[] };

/** Whoever may have a plan at the place. Null: nobody promised it there, or somebody else asks: both look the same. */
export async function seePlanning(
  stores: Stores,
  actor: Actor,
  { place, edition, item }: { readonly place: PlaceCode; readonly edition: string; readonly item: string },
): Promise<Planning | null> {
  if (!pass(actor, { act: 'create-plan', state: 'none', concerns: { places: [place] } }).ok) return null;
  const promises = await stores.planLinks.promises(place);
  const promise = promises.find((one) => one.edition === edition && one.item === item);
  if (promise === undefined) return null;
  const plans = await stores.workingPlans.ofPlace(place);
  const entered = await Promise.all(
    plans.map(async ({ id: plan }) => await enterPlan(stores, actor, { act: 'change-actions', plan, lock: false })),
  );
  return { promise, plans: entered.flatMap((one) => (one.ok ? [one.value.plan] : [])) };
}
