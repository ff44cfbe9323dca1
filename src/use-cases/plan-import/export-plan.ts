/** A plan that a town hall works on, as the lines of a spreadsheet: everything, private actions and names included. */
import type { Actor } from '#domain/access/gate.ts';
import type { PlanLine } from '#domain/plan/exchange/plan-lines.ts';
import { planLines } from '#domain/plan/exchange/plan-to-lines.ts';
import { writtenColumns, type WrittenColumn } from '#domain/plan/exchange/written-columns.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { enterPlan, type CannotEnterPlan } from '../plans/enter-plan.ts';
import type { Stores } from '../stores.ts';
import { knownPlan } from './see-plan-import.ts';

export type PlanExported = {
  readonly title: string;
  readonly lines: readonly PlanLine[];
  /** A cell for each line. */
  readonly written: readonly WrittenColumn[];
};

export async function exportPlan(
  stores: Stores,
  actor: Actor,
  { plan: id }: { readonly plan: number },
): Promise<Result<PlanExported, CannotEnterPlan>> {
  const entered = await enterPlan(stores, actor, { act: 'see-plan-work', plan: id, lock: false });
  if (!entered.ok) return entered;
  const { plan } = entered.value;
  const known = await knownPlan(stores, plan);
  const lines = planLines(known.axes, known.actions);
  const asWritten = new Map((await stores.workingPlans.actions(id)).map((action) => [action.id, action.asWritten]));
  const words = lines.map((line) => (line.kind === 'axis' ? null : (asWritten.get(line.id ?? 0) ?? null)));
  return accept({ title: plan.title, lines, written: writtenColumns(words) });
}
