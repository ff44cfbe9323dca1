/**
 * Levels are not cumulative: one may reach N1 without having promised it, and keep N3 without N2. What was reached is told
 * for each level; only what was promised counts.
 */
import type { AssessmentStatus } from './assessment.ts';

export type LevelStatus = { readonly level: number; readonly status: AssessmentStatus };

export type Reached = {
  /** Promised and kept. */
  readonly kept: readonly number[];
  /** Promised, looked at, and not kept. */
  readonly missing: readonly number[];
  /** Promised, and nobody looked. */
  readonly unknown: readonly number[];
  /** Kept without having been promised: told, never counted. */
  readonly beyond: readonly number[];
};

export function reachedLevels(promised: readonly number[], looked: readonly LevelStatus[]): Reached {
  const status = new Map(looked.map((seen) => [seen.level, seen.status]));
  return {
    kept: promised.filter((level) => status.get(level) === 'kept'),
    missing: promised.filter((level) => status.has(level) && status.get(level) !== 'kept'),
    unknown: promised.filter((level) => !status.has(level)),
    beyond: looked.filter((seen) => seen.status === 'kept' && !promised.includes(seen.level)).map(({ level }) => level),
  };
}

/**
 * Does the status of the whole say what its levels deny? `kept` wants every promised level that was looked at kept;
 * `not-started` and `broken` bear no promised level that was kept. A person decides everything else.
 */
export function contradicts(
  status: AssessmentStatus,
  { promised, levels }: { readonly promised: readonly number[]; readonly levels: readonly LevelStatus[] },
): boolean {
  const { kept, missing } = reachedLevels(promised, levels);
  if (status === 'kept') return missing.length > 0;
  return (status === 'not-started' || status === 'broken') && kept.length > 0;
}

/**
 * The status that the levels suggest, for a person to take or not; null unless each of the promised ones was
 * looked at: one level says nothing of another. All of one status: that one. Something kept, not everything: kept in part.
 * Otherwise what is known decides, from what moves to what was given up to what nobody began: a level of which nothing can be
 * told, or that others decide, says neither yes nor no, and never takes the others out of the count.
 */
export function suggestedStatus(promised: readonly number[], levels: readonly LevelStatus[]): AssessmentStatus | null {
  const looked = levels.filter(({ level }) => promised.includes(level)).map(({ status }) => status);
  const [first] = looked;
  if (first === undefined || looked.length < promised.length) return null;
  if (looked.every((status) => status === first)) return first;
  if (looked.some((status) => status === 'kept' || status === 'partly-kept')) return 'partly-kept';
  const known = (['underway', 'broken', 'not-started'] as const).find((status) => looked.includes(status));
  return known ?? 'cannot-assess';
}
