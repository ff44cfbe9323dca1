/**
 * A sheet as everybody may read it: what ./action-sheet.ts holds, with names in place of numbers of the directory, and
 * without any name that is neither an elected official's nor public (./publish-sheet.ts makes it).
 */
import type { ActionSheet, ActionStep, AmountLine, Funding, SheetRole } from './action-sheet.ts';
import type { WrittenDate, Money } from './plan.ts';

/** `someone`: a person whose name is not public. */
export type PublishedName =
  { readonly kind: 'person' | 'service' | 'organisation'; readonly name: string } | { readonly kind: 'someone' };

export type PublishedFunding = Omit<Funding, 'funder'> & { readonly funder: PublishedName };

/** What its document said where no typed field can hold it, as written. */
export type AsWritten = {
  readonly leads: string | null;
  readonly amounts: readonly Money[];
  readonly dates: readonly WrittenDate[];
  /** The passage of a document that only the town hall has: then nothing of what it writes is ever published. */
  readonly passage?: string;
};

/** `sha256` names the file: `/plans/[plan]/documents/[sha256]`. */
export type PublishedDocument = { readonly title: string; readonly document: number; readonly sha256: string };

/** A promise that the town hall says it carries out: an edition, and an item of ../follow-up/commitment-key.ts. */
export type PublishedLink = { readonly edition: string; readonly item: string };

/** From the top, one to three of them; empty: under no axis. */
export type AxisPath = readonly { readonly number: string; readonly title: string }[];

export type PublishedSheet = Omit<ActionSheet, 'roles' | 'fundings' | 'visibility'> & {
  readonly number: string;
  readonly axisPath: AxisPath;
  readonly roles: Readonly<Record<SheetRole, readonly PublishedName[]>>;
  readonly amounts: readonly AmountLine[];
  readonly fundings: readonly PublishedFunding[];
  readonly steps: readonly ActionStep[];
  readonly documents: readonly PublishedDocument[];
  readonly links: readonly PublishedLink[];
  readonly asWritten: AsWritten | null;
};
