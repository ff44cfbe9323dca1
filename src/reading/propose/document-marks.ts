/**
 * Marks of a whole document: whether choices were lost on the way to text.
 *
 * A form whose ticks were lost shows boxes and none marked, or all the level labels of every
 * measure and nothing else. What it chose is then unknown: never accepted, never refused.
 */
import type { Spoken } from './commitment.ts';
import type { SectionEvidence } from './level-evidence.ts';

export type DocumentMarks = {
  /** Boxes without a single mark: what they said was lost. */
  readonly boxesLost: boolean;
  /** Bare level labels everywhere, and no mark: the choices were lost. */
  readonly labelsLost: boolean;
  /** Some box of the document is marked. */
  readonly someMarked: boolean;
};

export function marksOf(spoken: readonly Spoken[]): DocumentMarks {
  const evidence = spoken.flatMap((one) => [...one.evidence.levels.values()]);
  const someMarked =
    evidence.some(({ box, answer, ticked }) => box === 'marked' || answer !== null || ticked) ||
    spoken.some(({ box }) => box === 'marked');
  const bare = spoken.filter((one) => isBareForm(one.evidence));
  const full = bare.filter(showsAllLevels);
  return {
    boxesLost: !someMarked,
    labelsLost: full.length > 0 && bare.every((one) => full.includes(one) || levelCount(one) === 1),
    someMarked,
  };
}

/** Level labels each alone, without words, boxes nor decision. */
export function isBareForm({ levels, decisions }: SectionEvidence): boolean {
  if (levels.size === 0 || decisions.length > 0) return false;
  return [...levels.values()].every(
    ({ named, listed, words, box, answer }) =>
      named && !listed && words.length === 0 && box === null && answer === null,
  );
}

function showsAllLevels(one: Spoken): boolean {
  return one.evidence.levels.size > 1 && one.evidence.levels.size >= levelCount(one);
}

function levelCount({ reference }: Spoken): number {
  return Math.max(1, reference?.levels.length ?? 3);
}
