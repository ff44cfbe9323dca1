/**
 * What becomes of our notes on the words of an edition (figures, checks, law, what is missing) in the next one. A note goes
 * with its clause while the clause's words are the same; where they changed, a person says whether it still holds.
 */

/** One note of a published edition: its kind, where it stands, and which one there, from 0. */
export type NoteKey = {
  readonly edition: string;
  readonly measure: number;
  readonly level: number;
  /** Null: a check of the level as a whole. */
  readonly clause: number | null;
  readonly kind: 'target' | 'check' | 'legal-mention' | 'gap';
  readonly index: number;
};

export type NoteDecision = { readonly note: NoteKey; readonly keep: boolean };
