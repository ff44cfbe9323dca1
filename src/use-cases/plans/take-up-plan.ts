/** A town hall takes up a plan of its place that was read in a document: the same plan, the same actions, to work on. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { fieldsOf } from '#domain/plan/sheet-fields.ts';
import { takenUp } from '#domain/plan/take-up.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { byOf } from './enter-plan.ts';

export type CannotTakeUp =
  | NotAllowed
  /** None is published under this number, or it is none of a document. */
  | { readonly kind: 'nothing-to-take-up'; readonly plan: number }
  | { readonly kind: 'already-taken-up'; readonly plan: number };

export async function takeUpPlan(
  stores: Stores,
  actor: Actor,
  { plan: id }: { readonly plan: number },
  now: Date,
): Promise<Result<{ readonly plan: number; readonly actions: number }, CannotTakeUp>> {
  return await stores.together(async (all): Promise<Result<{ plan: number; actions: number }, CannotTakeUp>> => {
    const read = await all.planVersions.toTakeUp(id);
    if (read === null) return refuse({ kind: 'nothing-to-take-up', plan: id });
    const passed = pass(actor, { act: 'take-up-plan', state: 'none', concerns: { places: [read.place] } });
    if (!passed.ok) return passed;
    if ((await all.workingPlans.find(id)) !== null) return refuse({ kind: 'already-taken-up', plan: id });
    const by = byOf(actor);
    const { title, axes, actions } = takenUp(read);
    await all.workingPlans.create({ id, place: read.place, title, introduction: '', by, at: now });
    const numbers = new Map<string, number>();
    for (const { key, parent, number, title: named } of axes) {
      const above = parent === null ? null : (numbers.get(parent) ?? null);
      const axis = { parent: above, number, title: named, description: '' };
      numbers.set(key, await all.workingPlans.addAxis(id, axis));
    }
    const made = actions.map(({ axis, ...action }) => ({
      ...action,
      plan: id,
      axis: axis === null ? null : (numbers.get(axis) ?? null),
      at: now,
    }));
    await all.workingPlans.addActions(made);
    await all.planVersions.keepLinks(read.links);
    await all.journal.appendAll([
      {
        at: now,
        act: 'take-up-plan',
        actor: passed.value,
        subject: { kind: 'plan', id },
        says: { by, title, actions: made.length },
      },
      ...made.map((action) => ({
        at: now,
        act: 'take-up-action',
        actor: passed.value,
        subject: { kind: 'action', id: action.id } as const,
        says: { by, plan: id, version: 1, after: fieldsOf(action) },
      })),
    ]);
    return accept({ plan: id, actions: made.length });
  });
}
