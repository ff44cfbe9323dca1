/** A plan as the lines of a spreadsheet, in its own order: an axis, its actions, its sub-axes; what has no axis comes last. */
import type { PlanAxis } from '../plan-row.ts';
import type { ActionLine, LineAxis, NamedSheet, PlanLine } from './plan-lines.ts';

export type PlacedAction = {
  readonly id: number | null;
  readonly number: string;
  /** The innermost axis, of those given; null: none. */
  readonly axis: number | null;
  readonly sheet: NamedSheet;
};

export function planLines(axes: readonly PlanAxis[], actions: readonly PlacedAction[]): readonly PlanLine[] {
  const lines: PlanLine[] = [];
  const under = (parent: number | null, path: readonly LineAxis[]): void => {
    for (const axis of axes.filter((one) => one.parent === parent)) {
      const axisPath = [...path, { number: axis.number, title: axis.title, description: axis.description }];
      const own = actions.filter((action) => action.axis === axis.id).map((action) => lineOf(action, axisPath));
      const isParent = axes.some((one) => one.parent === axis.id);
      // Without an action of its own, it would be lost, or what presents it would.
      if (own.length === 0 && (!isParent || axis.description !== '')) lines.push({ kind: 'axis', axisPath });
      lines.push(...own);
      under(axis.id, axisPath);
    }
  };
  under(null, []);
  const known = new Set(axes.map(({ id }) => id));
  const loose = actions.filter(({ axis }) => axis === null || !known.has(axis));
  return [...lines, ...loose.map((action) => lineOf(action, []))];
}

function lineOf({ id, number, sheet }: PlacedAction, axisPath: readonly LineAxis[]): PlanLine {
  const action: ActionLine = { id, number, axisPath, sheet };
  return { kind: 'action', ...action };
}
