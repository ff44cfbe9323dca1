/** Numbers of axes and actions: given by hand, or proposed after those that are there. */
import type { PlanAxis } from './plan-row.ts';

/** Letters, digits, dots, hyphens and slashes, 20 at most, beginning with a letter or a digit. */
export function isPlanNumber(text: string): boolean {
  return /^[\p{L}\d][\p{L}\d.\-/]{0,19}$/u.test(text);
}

/** After its siblings: `3` at the top, `2.4` under axis 2. */
export function nextAxisNumber(axes: readonly PlanAxis[], parent: number | null): string {
  const above = axes.find(({ id }) => id === parent)?.number ?? '';
  return nextIn(
    axes.filter((axis) => axis.parent === parent).map(({ number }) => number),
    above,
  );
}

/** After the actions that are numbered like its axis; never one that is `taken`, anywhere in the plan. */
export function nextActionNumber(taken: readonly string[], axis: string | null): string {
  return nextIn(taken, axis ?? '');
}

function nextIn(taken: readonly string[], above: string): string {
  const prefix = above === '' || above.endsWith('.') ? above : `${above}.`;
  const ranks = taken.flatMap((number) => {
    if (!number.startsWith(prefix)) return [];
    const rank = /^\d{1,6}$/.exec(number.slice(prefix.length))?.[0];
    return rank === undefined ? [] : [Number(rank)];
  });
  const next = `${prefix}${Math.max(0, ...ranks) + 1}`;
  // An axis number as long as numbers may be leaves no room after it.
  return next.length <= 20 ? next : nextIn(taken, '');
}

/**
 * A number for each action by its place: `1.1`, `1.2` under axis 1, and those of no axis `1`, `2`, … unless an axis has
 * that number. In the order given.
 */
export function numbersByPlace(
  axes: readonly PlanAxis[],
  actions: readonly { readonly axis: number | null }[],
): readonly string[] {
  const taken: string[] = axes.map(({ number }) => number);
  return actions.map(({ axis }) => {
    const number = nextActionNumber(taken, axes.find(({ id }) => id === axis)?.number ?? null);
    taken.push(number);
    return number;
  });
}
