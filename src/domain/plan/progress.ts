/**
 * How far a plan is: actions counted by what is known of them, never a percentage. Nothing counted is nothing said.
 */
import type { ActionStatus } from './action-sheet.ts';
import { lateness } from './late.ts';
import type { PlanAxis, PlanRow } from './plan-row.ts';

/** They add up to `all`, but for `late`, which is told beside. */
export type Progress = {
  readonly all: number;
  readonly done: number;
  readonly ongoing: number;
  readonly planned: number;
  /** Paused or blocked: neither under way nor given up. */
  readonly stopped: number;
  readonly abandoned: number;
  /** Nobody said how far it is. */
  readonly unknown: number;
  readonly late: number;
};

type Counted = Pick<PlanRow, 'status' | 'startsOn' | 'endsOn'>;

/** Null: there is no action to speak of. */
export function progressOf(rows: readonly Counted[], today: string): Progress | null {
  if (rows.length === 0) return null;
  const having = (...statuses: readonly (ActionStatus | null)[]): number =>
    rows.filter(({ status }) => statuses.includes(status)).length;
  return {
    all: rows.length,
    done: having('done'),
    ongoing: having('ongoing'),
    planned: having('planned'),
    stopped: having('paused', 'blocked'),
    abandoned: having('abandoned'),
    unknown: having(null),
    late: rows.filter((row) => lateness(row, today) !== null).length,
  };
}

/** By axis, what is under its sub-axes included. */
export function progressByAxis(
  axes: readonly Pick<PlanAxis, 'id' | 'parent'>[],
  rows: readonly (Counted & Pick<PlanRow, 'axis'>)[],
  today: string,
): ReadonlyMap<number, Progress | null> {
  const parents = new Map(axes.map(({ id, parent }) => [id, parent]));
  const under = new Map<number, Counted[]>(axes.map(({ id }) => [id, []]));
  for (const row of rows) {
    for (let axis = row.axis; axis !== null; axis = parents.get(axis) ?? null) under.get(axis)?.push(row);
  }
  return new Map([...under].map(([id, held]) => [id, progressOf(held, today)]));
}
