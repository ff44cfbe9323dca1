/** The national committees: that which steers the charter, and that which helps and advises those who sign. Not a commune's follow-up committee. */

export const NATIONAL_COMMITTEES = ['steering', 'monitoring'] as const;
export type NationalCommittee = (typeof NATIONAL_COMMITTEES)[number];

/** Signs at most. */
export const DECISION_LIMIT = 300;
export const DECISION_REASON_LIMIT = 3000;
export const DECISION_DOCUMENTS = 10;

export type DecisionDocument = { readonly label: string; readonly url: string };

export type NationalDecision = {
  readonly committee: NationalCommittee;
  /** YYYY-MM-DD */
  readonly decidedOn: string;
  readonly what: string;
  readonly why: string;
  readonly documents: readonly DecisionDocument[];
};

/** A seat, with the name only of who agreed to be named. */
export type NationalSeat = {
  readonly id: number;
  readonly committee: NationalCommittee;
  readonly quality: string;
  readonly organisation: string;
  readonly shownName: string | null;
  readonly since: string;
  readonly until: string | null;
};

/** As the acts need it. */
export type Seat = {
  readonly id: number;
  readonly committee: NationalCommittee;
  readonly person: string | null;
  /** For which they sit. */
  readonly organisation: number | null;
  readonly since: string;
  readonly until: string | null;
};
