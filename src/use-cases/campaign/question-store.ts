/** What the questions put to groupings need kept and found. */
import type { BodyAnswer, BodyQuestion } from '#domain/campaign/body-question.ts';

export type QuestionStore = {
  /** Null: the same collective asked the same of the same body, and waits for the answer. */
  put(question: Omit<BodyQuestion, 'id' | 'answer'>, at: Date): Promise<number | null>;
  /** Nobody else answers before the end of the transaction. */
  lock(id: number): Promise<BodyQuestion | null>;
  answer(id: number, answer: BodyAnswer): Promise<void>;
  /** A pact of the municipality left this measure, or a level of it, to another authority. */
  wasLeft(of: { readonly municipality: string; readonly edition: string; readonly measure: number }): Promise<boolean>;
  /** The groupings that the municipality is part of, by SIREN. */
  groupingsOf(municipality: string): Promise<readonly string[]>;
};
