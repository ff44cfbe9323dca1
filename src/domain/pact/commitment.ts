/**
 * What a pact says of one measure: the levels and clauses taken, in the signatory's words.
 *
 * A commitment is what a person confirmed; the reader's proposal it came from is a finding
 * (src/reading/contract.ts). What was done about it is never kept here.
 */
import type { Stance, Wording } from './stance.ts';

/** Words of the signed document; `start` and `end` are UTF-16 positions in its extracted text. */
export type Quotation = { readonly start: number; readonly end: number; readonly text: string };

export type WordChange = {
  readonly kind: 'replaced' | 'added' | 'removed';
  /** Words of the edition; empty for `added`. */
  readonly reference: string;
  /** Words of the document; empty for `removed`. */
  readonly here: string;
};

export type SignedClause = {
  readonly clause: number;
  readonly stance: Stance;
  readonly wording: Wording;
  readonly changes: readonly WordChange[];
  readonly quotations: readonly Quotation[];
};

export type SignedLevel = {
  readonly level: number;
  readonly stance: Stance;
  readonly wording: Wording;
  /** Empty when nobody compared them with the edition (a person set the level). */
  readonly clauses: readonly SignedClause[];
  readonly quotations: readonly Quotation[];
};

/** How the title in the document names the measure of the edition. */
export type TitleMatch = 'exact' | 'amended' | 'shortened' | 'number-only' | 'unmatched';

export type Commitment = {
  readonly measure: number;
  readonly localNumber: string | null;
  readonly title: TitleMatch;
  readonly stance: Stance;
  readonly levels: readonly SignedLevel[];
  /** Another body named by the text, as written. */
  readonly competentBody: string | null;
  readonly observations: readonly string[];
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly quotations: readonly Quotation[];
};

export type SignedPrinciple = {
  readonly letter: string;
  readonly stance: Stance;
  readonly observations: readonly string[];
  readonly quotations: readonly Quotation[];
};

/** Promised beyond the charter. */
export type LocalCommitment = {
  readonly localNumber: string | null;
  readonly text: string;
  readonly relatedMeasures: readonly number[];
  readonly quotations: readonly Quotation[];
};

/** Whether it was taken in other words than the edition's: its title, a level or a clause. Where: the table `signed_wording`. */
export function isAmended({ stance, title, levels }: Pick<Commitment, 'stance' | 'title' | 'levels'>): boolean {
  return isTaken({ stance }) && (title === 'amended' || levels.filter(isTaken).some(isLevelAmended));
}

function isTaken({ stance }: { readonly stance: Stance }): boolean {
  return stance === 'accepted' || stance === 'partial';
}

/** Without clauses, nobody compared them one by one. */
function isLevelAmended({ wording, clauses }: SignedLevel): boolean {
  if (clauses.length === 0) return wording === 'amended';
  return clauses.some(
    (clause) => clause.wording === 'amended' && clause.stance !== 'refused' && clause.stance !== 'unspecified',
  );
}
