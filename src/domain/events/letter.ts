/** A letter to the town hall, written from a template with open questions. Once sent, its words are frozen. */

export type Letter = {
  /** « Madame la maire, Monsieur le maire » */
  readonly addressee: string;
  readonly subject: string;
  readonly opening: string;
  /** As they read when the letter was written, in its order. */
  readonly questions: readonly { readonly id: number; readonly words: string; readonly item: string | null }[];
  readonly closing: string;
  /** Who signs it, for the collective. */
  readonly signedBy: string;
};

export type KeptLetter = {
  readonly id: number;
  readonly collective: number;
  readonly content: Letter;
  readonly revision: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** The event of its sending; null: it did not go yet. */
  readonly event: number | null;
  readonly thrownAwayAt: Date | null;
};

/** In characters; `questions` how many. */
export const LETTER_LIMITS = {
  addressee: 300,
  subject: 200,
  opening: 5000,
  closing: 3000,
  signedBy: 200,
  questions: 60,
} as const;
