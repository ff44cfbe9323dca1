/**
 * What a new version of a document writes of actions that are there already, where no typed field can hold it. It takes the
 * place of what an earlier one wrote, when only the town hall has them both. What a public document says stays: this one
 * would take it away from everybody.
 */
import type { AsWritten } from './published-sheet.ts';

export type WrittenWords = { readonly action: number; readonly asWritten: AsWritten };

export function carriedWords(
  said: readonly WrittenWords[],
  kept: ReadonlyMap<number, AsWritten | null>,
): {
  readonly carried: readonly WrittenWords[];
  /** Actions whose words are public, and other than these. */
  readonly left: number;
} {
  const others = said.filter(({ action, asWritten }) => !sameWords(kept.get(action) ?? null, asWritten));
  const isPublic = ({ action }: WrittenWords) => {
    const words = kept.get(action) ?? null;
    return words !== null && words.passage === undefined;
  };
  return { carried: others.filter((one) => !isPublic(one)), left: others.filter(isPublic).length };
}

/** A passage is the town hall's: the words alone say whether a public document says the same. */
function sameWords(kept: AsWritten | null, said: AsWritten): boolean {
  if (kept === null) return false;
  const isSamePassage = kept.passage === undefined || kept.passage === said.passage;
  return isSamePassage && JSON.stringify(wordsOf(kept)) === JSON.stringify(wordsOf(said));
}

function wordsOf({ leads, amounts, dates }: AsWritten): readonly unknown[] {
  return [leads, amounts.map(({ text }) => text), dates.map(({ text }) => text)];
}
