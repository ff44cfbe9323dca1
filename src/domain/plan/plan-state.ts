/** Where a plan that a town hall works on stands. A plan that was published once stays so, whatever is changed since. */
export const PLAN_STATES = ['in-preparation', 'plan-published', 'put-away'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export function planState(plan: { readonly archived: boolean; readonly versions: number }): PlanState {
  if (plan.archived) return 'put-away';
  return plan.versions > 0 ? 'plan-published' : 'in-preparation';
}
