/**
 * The marks of a measure, ready to be set: neighbours of the same stance share one word. Made apart from the component
 * so that a page with many of them makes them once, and sets them often.
 */
import type { Stance } from '#domain/pact/stance.ts';
import { levelLabel, STANCE_MARK, STANCE_WORD, stanceWord, WITHOUT_LEVEL } from '#ui/messages/stances.fr.ts';
import { neighboursByStance } from './level-groups.ts';

export type LevelMarksShown = {
  readonly groups: readonly {
    /** What is said of all levels of the group. */
    readonly word: string;
    readonly levels: readonly { readonly label: string; readonly shape: string }[];
  }[];
  /** Said when the measure names no level. */
  readonly plain: string;
};

/** `stance` is that of the measure, shown when it names no level. */
export function levelMarks(
  stance: Stance,
  levels: readonly { readonly level: number; readonly stance: Stance }[],
): LevelMarksShown {
  return {
    groups: neighboursByStance(levels).map((group) => ({
      word: stanceWord(group.stance, group.levels.length),
      levels: group.levels.map((level) => ({ label: levelLabel(level), shape: STANCE_MARK[group.stance] })),
    })),
    plain: stance === 'accepted' ? WITHOUT_LEVEL : STANCE_WORD[stance],
  };
}
