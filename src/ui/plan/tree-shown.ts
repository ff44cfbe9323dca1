/** The axes of a plan with what each holds and how far it is; past a few actions, their lists are left to the table. */
import type { PlanAxis, PlanOverview, PlanRow } from '#domain/plan/plan-row.ts';
import type { Progress } from '#domain/plan/progress.ts';
import { axisKey } from './rows-shown.ts';
import { NONE } from './view-asked.ts';

export type Branch = {
  /** Null: what stands under no axis. */
  readonly axis: PlanAxis | null;
  /** How an address names it. */
  readonly key: string;
  /** 0 for an axis at the top. */
  readonly depth: number;
  /** Under it and under what it holds; null: nothing yet. */
  readonly progress: Progress | null;
  /** Directly under it; null: too many for this page, the table has them. */
  readonly rows: readonly PlanRow[] | null;
};

export const MOST_IN_TREE = 150;

export function treeShown(
  { axes, rows }: PlanOverview,
  progress: ReadonlyMap<number, Progress | null>,
): readonly Branch[] {
  const whole = rows.length <= MOST_IN_TREE;
  const held = Map.groupBy(rows, ({ axis }) => axis);
  const depths = new Map<number, number>();
  for (const { id, parent } of axes) depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  const branches = axes.map((axis) => ({
    axis,
    key: axisKey(axis),
    depth: depths.get(axis.id) ?? 0,
    progress: progress.get(axis.id) ?? null,
    rows: whole ? (held.get(axis.id) ?? []) : null,
  }));
  const alone = held.get(null) ?? [];
  return alone.length === 0
    ? branches
    : [...branches, { axis: null, key: NONE, depth: 0, progress: null, rows: whole ? alone : null }];
}
