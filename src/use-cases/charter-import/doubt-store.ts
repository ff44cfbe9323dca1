/** Doubts of the reader beside the draft that its charter became. Behind it: src/server/storage/reading-doubts.ts. */
import type { ReadingDoubt } from '#domain/workbench/reading-doubt.ts';

export type DoubtStore = {
  /** Once: those that are there already stay as they are. */
  add(draft: number, doubts: readonly Omit<ReadingDoubt, 'id' | 'settled'>[]): Promise<void>;
  of(draft: number): Promise<readonly ReadingDoubt[]>;
  /** How many wait. */
  open(draft: number): Promise<number>;
  /** False: there is no such doubt in that draft, or it is settled. */
  settle(
    draft: number,
    settled: { readonly doubt: number; readonly words: string; readonly at: Date },
  ): Promise<boolean>;
};
