/** An action sheet as it was read, before numbers are corrected and axes named. */
import type { AmountFinding, PlanField, Span, Warning } from '#reading/contract.ts';
import type { Plain } from './plain-text.ts';

export type Sheet = {
  readonly line: number;
  /** The last line whose axis counts for this sheet. */
  readonly header: number;
  /** As printed, empty when the sheet has none. */
  readonly printedNumber: string;
  readonly title: Plain;
  readonly fields: Readonly<Record<PlanField, Plain | null>>;
  /** What the sheet says of itself outside its fields: "Statut : en cours". */
  readonly labels: readonly string[];
  /** The axis that a row of the sheet names. */
  readonly axisText: string | null;
  /** The label of that row, null when the heading itself names the axis. */
  readonly axisLabel: string | null;
  /** Rows that name related actions. */
  readonly related: readonly Plain[];
  /** Sums whose unit stands in the head of their column. */
  readonly amounts: readonly AmountFinding[];
  readonly spans: readonly Span[];
  readonly warnings: readonly Warning[];
};
