/**
 * Between an action and a promise: the link that a person makes, and the likeness that a machine may only propose.
 * A link is never made from a suggestion alone.
 */

/** A promise as it is compared: an edition and an item of ../follow-up/commitment-key.ts, and its words. */
export type CommitmentWords = {
  readonly edition: string;
  readonly item: string;
  readonly title: string;
  /** What was promised: the clauses that were taken, the text of a principle; may be empty. */
  readonly text: string;
};

/** An action as it is compared. */
export type ActionWords = { readonly id: number; readonly title: string; readonly text: string };

export type LinkSuggestion = {
  readonly action: number;
  readonly edition: string;
  readonly item: string;
  /** 0 to 1, to put them in order; never shown as a figure. */
  readonly score: number;
  /** At least one, the strongest first. */
  readonly reasons: readonly LinkReason[];
};

export type LinkReason =
  /** The sheet names the promise of the charter by its number, in these words. */
  | { readonly kind: 'names-measure'; readonly words: string }
  /** The title of the measure is read in the title of the sheet. */
  | { readonly kind: 'same-title' }
  /** Words that say the same on both sides, as each writes them. One to four. */
  | {
      readonly kind: 'shared-words';
      readonly words: readonly { readonly action: string; readonly commitment: string }[];
    };

export function linkKey({ action, edition, item }: Pick<LinkSuggestion, 'action' | 'edition' | 'item'>): string {
  return `${action} ${edition} ${item}`;
}
