/**
 * A municipal action plan: what a town hall says it will do, in its own words.
 *
 * Amounts and dates stay as written; a figure or a day stands beside only when the words name exactly one.
 */
import type { Quotation } from '../pact/commitment.ts';
import type { PlaceCode } from '../shared/place.ts';

export const ACTION_FIELDS = [
  'context',
  'description',
  'objectives',
  'leads',
  'means',
  'calendar',
  'method',
  'indicators',
] as const;
export type ActionField = (typeof ACTION_FIELDS)[number];

export type Money = { readonly text: string; readonly euros: number | null };
export type WrittenDate = { readonly text: string; readonly day: string | null };

export type Action = {
  /** Corrected number (`4.4`) beside what the sheet prints (`4.3`). */
  readonly number: string;
  readonly printedNumber: string;
  readonly title: string;
  readonly axis: string | null;
  readonly subAxis: string | null;
  readonly labels: readonly string[];
  readonly fields: Readonly<Record<ActionField, string | null>>;
  readonly amounts: readonly Money[];
  readonly dates: readonly WrittenDate[];
  readonly relatedActions: readonly string[];
  readonly quotations: readonly Quotation[];
};

export type Axis = {
  readonly number: string;
  readonly title: string;
  readonly subAxes: readonly { readonly title: string }[];
};

/** As written in the council's papers. */
export type Council = {
  readonly date: string | null;
  readonly item: string | null;
  readonly rapporteur: string | null;
  readonly decision: string | null;
};

export type Plan = {
  readonly place: PlaceCode;
  readonly title: string;
  readonly council: Council;
  readonly axes: readonly Axis[];
  readonly actions: readonly Action[];
};
