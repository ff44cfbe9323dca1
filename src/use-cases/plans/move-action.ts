/** Order of the actions of a plan, by hand: a step up or down, or to a place. Numbers stay until one asks for new ones. */
import type { Actor } from '#domain/access/gate.ts';
import { numbersByPlace } from '#domain/plan/numbering.ts';
import type { PlanOverview } from '#domain/plan/plan-row.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { placeBefore } from './axes.ts';
import { enterPlan, type CannotEnterPlan } from './enter-plan.ts';

/**
 * `step`: one place up or down; over the edge of its axis, to the last or first place of the axis beside. `into`: under
 * `axis` (null: under none), before `before`, or last when null.
 */
export type ActionMove =
  | { readonly kind: 'step'; readonly by: -1 | 1 }
  | { readonly kind: 'into'; readonly axis: number | null; readonly before: number | null };

export type CannotMoveAction =
  CannotEnterPlan | { readonly kind: 'unknown-action' } | { readonly kind: 'unknown-axis' };

export async function moveAction(
  stores: Stores,
  actor: Actor,
  request: { readonly plan: number; readonly action: number; readonly to: ActionMove },
  now: Date,
): Promise<Result<{ readonly moved: boolean }, CannotMoveAction>> {
  return await stores.together(async (all): Promise<Result<{ moved: boolean }, CannotMoveAction>> => {
    const { plan, action: id, to } = request;
    const entered = await enterPlan(all, actor, { act: 'change-actions', plan, lock: true });
    if (!entered.ok) return entered;
    const overview = await all.workingPlans.overview(plan);
    const action = overview.rows.find((row) => row.id === id);
    if (action === undefined) return refuse({ kind: 'unknown-action' });
    if (to.kind === 'into' && to.axis !== null && !overview.axes.some((axis) => axis.id === to.axis)) {
      return refuse({ kind: 'unknown-axis' });
    }
    const target = to.kind === 'step' ? afterStep(overview, action, to.by) : into(overview, id, to);
    if (target === null) return accept({ moved: false });
    await all.workingPlans.orderActions(plan, target);
    await all.workingPlans.touched(plan, 'actions');
    const { role, by } = entered.value;
    await all.journal.append({
      at: now,
      act: 'move-action',
      actor: role,
      subject: { kind: 'action', id },
      says: {
        by,
        plan,
        changes: target.axis === action.axis ? {} : { axis: { before: action.axis, after: target.axis } },
        place: target.actions.indexOf(id) + 1,
      },
    });
    return accept({ moved: true });
  });
}

type Order = { readonly axis: number | null; readonly actions: readonly number[] };

function into({ rows }: PlanOverview, id: number, { axis, before }: Extract<ActionMove, { kind: 'into' }>): Order {
  const beside = rows.filter((row) => row.axis === axis && row.id !== id).map((row) => row.id);
  return { axis, actions: beside.toSpliced(placeBefore(beside, before), 0, id) };
}

/** Null: it is at the very end already. */
function afterStep(
  { axes, rows }: PlanOverview,
  { id, axis }: { readonly id: number; readonly axis: number | null },
  by: -1 | 1,
): Order | null {
  const under = (wanted: number | null): readonly number[] =>
    rows.filter((row) => row.axis === wanted).map((row) => row.id);
  const beside = under(axis);
  const place = beside.indexOf(id) + by;
  if (place >= 0 && place < beside.length) {
    return { axis, actions: beside.filter((other) => other !== id).toSpliced(place, 0, id) };
  }
  const order: readonly (number | null)[] = [...axes.map((other) => other.id), null];
  const next = order[order.indexOf(axis) + by];
  if (next === undefined) return null;
  return { axis: next, actions: by === -1 ? [...under(next), id] : [id, ...under(next)] };
}

/** New numbers for all, by their place. How many changed. */
export async function renumberActions(
  stores: Stores,
  actor: Actor,
  { plan }: { readonly plan: number },
  now: Date,
): Promise<Result<{ readonly changed: number }, CannotEnterPlan>> {
  return await stores.together(async (all): Promise<Result<{ changed: number }, CannotEnterPlan>> => {
    const entered = await enterPlan(all, actor, { act: 'change-actions', plan, lock: true });
    if (!entered.ok) return entered;
    const { axes, rows } = await all.workingPlans.overview(plan);
    const numbers = numbersByPlace(axes, rows);
    const changed = rows.flatMap(({ id, number: before }, index) => {
      const number = numbers[index] ?? before;
      return number === before ? [] : [{ action: id, before, number }];
    });
    if (changed.length === 0) return accept({ changed: 0 });
    await all.workingPlans.renumber(plan, changed);
    await all.workingPlans.touched(plan, 'actions');
    const { role, by } = entered.value;
    await all.journal.appendAll(
      changed.map(({ action, before, number }) => ({
        at: now,
        act: 'renumber-actions',
        actor: role,
        subject: { kind: 'action', id: action } as const,
        says: { by, plan, changes: { number: { before, after: number } } },
      })),
    );
    return accept({ changed: changed.length });
  });
}
