/** The door of every act that ties a plan to promises, figures or news: find the plan, then pass the gate in its state. */
import { pass, type Act, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { planState } from '#domain/plan/plan-state.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { StoredPlan } from '../plans/working-plan-store.ts';
import type { Stores } from '../stores.ts';

export type CannotEnterPlan = NotAllowed | { readonly kind: 'unknown-plan' };

/** `by`: who, for the journal: the random id of an account, or the role. */
export type EnteredPlan = { readonly plan: StoredPlan; readonly role: string; readonly by: string };

/** A plan that is not there and one that is another town hall's give the same answer to whoever may not see it. */
export async function enterPlan(
  stores: Stores,
  actor: Actor,
  { act, plan: id, lock }: { readonly act: Act; readonly plan: number; readonly lock: boolean },
): Promise<Result<EnteredPlan, CannotEnterPlan>> {
  const plan = lock ? await stores.workingPlans.lock(id) : await stores.workingPlans.find(id);
  if (plan === null) return refuse({ kind: 'unknown-plan' });
  const state = planState({ archived: plan.archived, versions: plan.published?.number ?? 0 });
  const passed = pass(actor, { act, state, concerns: { places: [plan.place] } });
  if (!passed.ok) return passed;
  return accept({ plan, role: passed.value, by: actor.kind === 'person' ? actor.id : passed.value });
}
