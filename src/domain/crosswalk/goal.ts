/** A Sustainable Development Goal of the United Nations, and the words of municipal life by which a promise may serve it. */
export type Goal = {
  /** 1 to 17. */
  readonly number: number;
  /** As on the official pictures: « Pas de pauvreté ». */
  readonly name: string;
  /** As in the resolution. */
  readonly title: string;
  /** Ours: folded words as src/reading/links/word-families.ts writes them, `*` for any ending. */
  readonly words: readonly string[];
  /** Why these words. */
  readonly because: string;
};
