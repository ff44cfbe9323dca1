/** A question about a promise, open until somebody answers or nobody asks it any more. What a letter carries. */
import type { Voice } from '../follow-up/assessment.ts';

export type Question = {
  readonly id: number;
  readonly words: string;
  readonly askedAs: Voice | 'committee';
  /** YYYY-MM-DD */
  readonly askedOn: string;
  readonly about: { readonly edition: string; readonly item: string } | null;
  readonly visibility: 'public' | 'private';
  /** `by`: the side that wrote it down. */
  readonly answer: { readonly words: string; readonly on: string; readonly by: Voice } | null;
  readonly droppedAt: Date | null;
  /** Letters that asked it, by their days. */
  readonly letters: readonly { readonly event: number; readonly sentOn: string }[];
};

/** Whose it is. */
export type KeptQuestion = Question & { readonly collective: number | null; readonly committee: number | null };

export function isOpen({ answer, droppedAt }: Pick<Question, 'answer' | 'droppedAt'>): boolean {
  return answer === null && droppedAt === null;
}

/** Everybody may read it: a public one that its side still asks, or that was answered. */
export function isShown({ visibility, droppedAt }: Pick<Question, 'visibility' | 'droppedAt'>): boolean {
  return visibility === 'public' && droppedAt === null;
}

/** In characters. */
export const QUESTION_LIMITS = { words: 1000, answer: 4000, open: 100 } as const;
