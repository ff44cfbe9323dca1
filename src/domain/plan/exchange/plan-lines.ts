/**
 * A plan as a spreadsheet holds it: one line an action, names in place of numbers of the directory. Exports write it,
 * imports read it; what a public file may say was decided before (../published-sheet.ts).
 */
import type { Funding } from '../action-sheet.ts';
import type { EntryKind } from '../directory-entry.ts';
import type { SheetRole } from '../action-sheet.ts';
import type { WorkingSheet } from '../working-sheet.ts';

export type NamedEntry = { readonly kind: EntryKind; readonly name: string };

export type NamedFunding = Omit<Funding, 'funder'> & { readonly funder: NamedEntry };

export type NamedSheet = Omit<WorkingSheet, 'roles' | 'fundings'> & {
  readonly roles: Readonly<Record<SheetRole, readonly NamedEntry[]>>;
  readonly fundings: readonly NamedFunding[];
};

export type LineAxis = {
  readonly number: string;
  readonly title: string;
  readonly description: string;
};

export type ActionLine = {
  /** Of an action that exists; null: it is new. */
  readonly id: number | null;
  readonly number: string;
  /** From the top, three at most. */
  readonly axisPath: readonly LineAxis[];
  readonly sheet: NamedSheet;
};

/** An axis under which no action stands has a line of its own: it would be lost otherwise. */
export type AxisLine = { readonly axisPath: readonly LineAxis[] };

/** In the order of the plan. */
export type PlanLine = ({ readonly kind: 'action' } & ActionLine) | ({ readonly kind: 'axis' } & AxisLine);

/** What kind of name each role usually holds: other kinds say so beside the name. */
export const USUAL_KIND: Readonly<Record<SheetRole | 'funder', EntryKind>> = {
  lead: 'person',
  referent: 'person',
  service: 'service',
  structure: 'organisation',
  partner: 'organisation',
  funder: 'organisation',
};
