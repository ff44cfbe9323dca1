/**
 * The door of every act on a plan being worked on: find it, pass the gate in the state it is in. To who may not see it, a
 * plan that is there and one that is not look the same.
 */
import { pass, type Act, type Actor, type Role } from '#domain/access/gate.ts';
import { planState, type PlanState } from '#domain/plan/plan-state.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { StoredPlan } from './working-plan-store.ts';

export type CannotEnterPlan =
  | { readonly kind: 'unknown-plan' }
  /** It may be seen, and this cannot be done in its state. */
  | { readonly kind: 'plan-not-now'; readonly act: Act; readonly state: PlanState };

export type InPlan = {
  readonly plan: StoredPlan;
  readonly state: PlanState;
  readonly role: Role;
  /** As the journal names who did it: the random id of an account. */
  readonly by: string;
};

/** `lock`: nobody else changes anything of the plan before the end of the transaction. */
export async function enterPlan(
  stores: Stores,
  actor: Actor,
  { act, plan: id, lock }: { readonly act: Act; readonly plan: number; readonly lock: boolean },
): Promise<Result<InPlan, CannotEnterPlan>> {
  const plan = lock ? await stores.workingPlans.lock(id) : await stores.workingPlans.find(id);
  if (plan === null) return refuse({ kind: 'unknown-plan' });
  const state = planState({ archived: plan.archived, versions: plan.published?.number ?? 0 });
  const concerns = { places: [plan.place] };
  const passed = pass(actor, { act, state, concerns });
  if (passed.ok) return accept({ plan, state, role: passed.value, by: byOf(actor) });
  const seen = pass(actor, { act: 'see-plan-work', state, concerns }).ok;
  return refuse(seen ? { kind: 'plan-not-now', act, state } : { kind: 'unknown-plan' });
}

export function byOf(actor: Actor): string {
  return actor.kind === 'person' ? actor.id : actor.kind;
}
