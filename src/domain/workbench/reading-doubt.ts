/**
 * What the reader was not sure of in a charter that became a draft of an edition: a note for a person to settle before the edition
 * is published. A doubt is never settled by a machine, nor forgotten.
 */

export const DOUBT_KINDS = [
  /** Said by the reader in its own words, of the file or of the text. */
  'warning',
  /** Who carries the charter and what it asks at least: the draft supposes it, the reader does not read it. */
  'carriers',
  /** What comes before the first measure, taken for what the charter says of itself. */
  'preamble',
  /** A passage that explains no measure. */
  'unread',
  /** A measure of which the text gives a title alone. */
  'no-clause',
  /** A number between two others that no measure has. */
  'number-skipped',
] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

export type FoundDoubt = {
  readonly kind: DoubtKind;
  /** Place of the measure among those read, from 0; null: it is about the whole. */
  readonly at: number | null;
  /** The reader's sentence; '' where the kind says it all. */
  readonly said: string;
  /** Words of the document, cut; '' : none. */
  readonly quote: string;
};

export type ReadingDoubt = Omit<FoundDoubt, 'at'> & {
  readonly id: number;
  /** Number of the draft's measure; null: it is about the whole, or the measure is gone. */
  readonly measure: number | null;
  readonly settled: { readonly at: Date; readonly words: string } | null;
};

/** At most; what comes after is told by the last one. */
export const MOST_DOUBTS = 200;
