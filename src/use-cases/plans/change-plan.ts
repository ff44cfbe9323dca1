/** The title and the introduction of a plan; and putting a plan away, or taking it out again. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { readPlanWords, type BadPlanWords, type PlanWords } from './create-plan.ts';
import { enterPlan, type CannotEnterPlan } from './enter-plan.ts';

/** What is kept now and what was typed, so that nothing is lost. */
export type PlanEditedMeanwhile = {
  readonly kind: 'plan-edited-meanwhile';
  readonly version: number;
  readonly theirs: PlanWords;
  readonly yours: PlanWords;
};

export type CannotChangePlan = CannotEnterPlan | BadPlanWords | PlanEditedMeanwhile;

/** `version`: the one that the person had before their eyes. */
export async function changePlan(
  stores: Stores,
  actor: Actor,
  request: PlanWords & { readonly plan: number; readonly version: number },
  now: Date,
): Promise<Result<{ readonly changed: boolean }, CannotChangePlan>> {
  return await stores.together(async (all): Promise<Result<{ changed: boolean }, CannotChangePlan>> => {
    const entered = await enterPlan(all, actor, { act: 'change-plan', plan: request.plan, lock: true });
    if (!entered.ok) return entered;
    const { plan, role, by } = entered.value;
    const words = readPlanWords(request);
    if (!words.ok) return words;
    const yours = words.value;
    const theirs = { title: plan.title, introduction: plan.introduction };
    if (theirs.title === yours.title && theirs.introduction === yours.introduction) return accept({ changed: false });
    if (plan.version !== request.version) {
      return refuse({ kind: 'plan-edited-meanwhile', version: plan.version, theirs, yours });
    }
    await all.workingPlans.rewrite(plan.id, yours);
    await all.workingPlans.touched(plan.id, 'plan');
    const says = { by, before: theirs, after: yours };
    await all.journal.append({
      at: now,
      act: 'change-plan',
      actor: role,
      subject: { kind: 'plan', id: plan.id },
      says,
    });
    return accept({ changed: true });
  });
}

/** Away: it is shown no longer in the work of the town hall, and nothing is lost; what was published stays public. */
export async function putPlanAway(
  stores: Stores,
  actor: Actor,
  { plan: id, away }: { readonly plan: number; readonly away: boolean },
  now: Date,
): Promise<Result<null, CannotEnterPlan>> {
  const act = away ? 'put-plan-away' : 'take-plan-out';
  return await stores.together(async (all): Promise<Result<null, CannotEnterPlan>> => {
    const entered = await enterPlan(all, actor, { act, plan: id, lock: true });
    if (!entered.ok) return entered;
    const { role, by } = entered.value;
    await all.workingPlans.archive(id, away ? now : null);
    await all.journal.append({ at: now, act, actor: role, subject: { kind: 'plan', id }, says: { by } });
    return accept(null);
  });
}
