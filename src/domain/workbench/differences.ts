/** What a measure said and what it says now, word by word: struck, inserted, the same. */
import { comparedWords, type WordingPart } from '../pact/compared-words.ts';
import { linesOf } from './clause-lines.ts';
import type { MeasureWords } from './draft.ts';

export type MeasureDifferences = {
  readonly title: readonly WordingPart[];
  /** Empty: nothing was said, nothing is said. */
  readonly introduction: readonly WordingPart[];
  readonly levels: readonly { readonly level: number; readonly parts: readonly WordingPart[] }[];
};

/** `before`: one for each measure it comes from. `after` null: removed, all is struck. A level's clauses are one a line. */
export function differencesOf(before: readonly MeasureWords[], after: MeasureWords | null): MeasureDifferences {
  const now = after === null ? [] : [after];
  const numbers = new Set([...before, ...now].flatMap(({ levels }) => levels.map(({ level }) => level)));
  const compare = (say: (words: MeasureWords) => string): readonly WordingPart[] =>
    comparedWords(said(before, say), said(now, say));
  return {
    title: compare(({ title }) => title),
    introduction: compare(({ introduction }) => introduction.join('\n')),
    levels: [...numbers]
      .toSorted((one, other) => one - other)
      .map((level) => ({ level, parts: compare((words) => levelText(words, level)) })),
  };
}

function said(all: readonly MeasureWords[], say: (words: MeasureWords) => string): string {
  return all
    .map(say)
    .filter((text) => text !== '')
    .join('\n');
}

function levelText({ levels }: MeasureWords, number: number): string {
  const level = levels.find((one) => one.level === number);
  return level === undefined ? '' : linesOf(level);
}
