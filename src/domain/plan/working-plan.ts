/**
 * A plan being worked on and what it holds, as they are kept: what the acts find, and what storage gives. What is public of
 * it is ./published-sheet.ts.
 */
import type { Json } from '../shared/canonical-json.ts';
import type { PlaceCode } from '../shared/place.ts';
import type { AsWritten } from './published-sheet.ts';
import type { WorkingSheet } from './working-sheet.ts';

export type StoredPlan = {
  readonly id: number;
  readonly place: PlaceCode;
  readonly placeName: string;
  readonly title: string;
  readonly introduction: string;
  /** Of the plan itself and its axes. */
  readonly version: number;
  /** One more at each change of anything in it. */
  readonly changes: number;
  readonly archived: boolean;
  /** Taken up from a document that everybody reads; it may have been published here since. */
  readonly wasRead: boolean;
  /** The last version published; null: none was. `changes` says where the plan stood then. */
  readonly published: { readonly number: number; readonly at: Date; readonly changes: number } | null;
};

export type StoredAction = {
  readonly id: number;
  readonly plan: number;
  readonly number: string;
  readonly axis: number | null;
  readonly version: number;
  readonly changedAt: Date;
  readonly newsAt: Date | null;
  readonly sheet: WorkingSheet;
  readonly documents: readonly StoredActionDocument[];
  readonly links: readonly { readonly edition: string; readonly item: string }[];
  readonly asWritten: AsWritten | null;
};

export type StoredActionDocument = {
  readonly id: number;
  readonly document: number;
  readonly sha256: string;
  readonly filename: string;
  readonly title: string;
  readonly visibility: 'public' | 'private';
};

export type NewAction = {
  /** Only when it is made from a published one. */
  readonly id?: number;
  readonly plan: number;
  readonly axis: number | null;
  readonly number: string;
  readonly sheet: WorkingSheet;
  readonly asWritten: AsWritten | null;
  readonly at: Date;
};

/** The whole sheet of an action, to be its next version. */
export type WrittenSheet = {
  readonly action: number;
  readonly sheet: WorkingSheet;
  /** Somebody said how far it is. */
  readonly news: boolean;
};

/** What a past change of an action did, from the journal; by field of ./sheet-fields.ts. */
export type PastChange = {
  readonly at: Date;
  /** The random id of an account, or the role. */
  readonly by: string;
  readonly role: string;
  readonly act: string;
  /** The version that it made; null: the act made none. */
  readonly version: number | null;
  readonly changes: Readonly<Record<string, { readonly before: Json; readonly after: Json }>>;
};
