/** Takes an action off a plan. Its history stays; a published version that showed it stays as it was. */
import type { Actor } from '#domain/access/gate.ts';
import { fieldsOf } from '#domain/plan/sheet-fields.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterPlan, type CannotEnterPlan } from './enter-plan.ts';

/** `reason`: for the history; it may be empty. */
export async function removeAction(
  stores: Stores,
  actor: Actor,
  request: { readonly plan: number; readonly action: number; readonly reason: string },
  now: Date,
): Promise<Result<null, CannotEnterPlan | { readonly kind: 'unknown-action' }>> {
  return await stores.together(
    async (all): Promise<Result<null, CannotEnterPlan | { readonly kind: 'unknown-action' }>> => {
      const { plan, action: id } = request;
      const entered = await enterPlan(all, actor, { act: 'change-actions', plan, lock: true });
      if (!entered.ok) return entered;
      const action = await all.workingPlans.action({ plan, action: id });
      if (action === null) return refuse({ kind: 'unknown-action' });
      await all.workingPlans.removeAction({ plan, action: id }, now);
      await all.workingPlans.touched(plan, 'actions');
      const { role, by } = entered.value;
      const reason = request.reason.trim().slice(0, 1000);
      await all.journal.append({
        at: now,
        act: 'remove-action',
        actor: role,
        subject: { kind: 'action', id },
        says: { by, plan, reason, before: fieldsOf(action) },
      });
      return accept(null);
    },
  );
}
