/** A bulk entry and its items as they are kept. */
import type { Claim, ItemState } from './entry-item.ts';
import type { PlaceCode } from '../shared/place.ts';
import type { LineProblem, SaidLine } from './entry-line.ts';

/** Why an item is as it is. `Refusal`: what the reader says when it refuses a document. */
export type EntryReason<Refusal> =
  /** By the reader, in its own words. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The bytes in the ZIP do not give what it promises of them. */
  | { readonly kind: 'damaged-in-zip' }
  /** It stopped the reader, again and again. */
  | { readonly kind: 'reader-failed' }
  /** A pact of a table whose charter is not known: its words are the charter's. */
  | { readonly kind: 'no-charter' }
  | { readonly kind: 'published-before'; readonly pact: number }
  /** The same bytes, at this place of the same entry. */
  | { readonly kind: 'same-file'; readonly position: number }
  /** Where it waited when it was brought. */
  | { readonly kind: 'in-another-entry'; readonly entry: number }
  | {
      readonly kind: 'set-aside';
      readonly reason: string;
      readonly by: string;
      readonly at: string;
      readonly before: ItemState;
      readonly beforeWhy: EntryReason<Refusal> | null;
    };

/** What the file of an entry was, and what was left out of it. */
export type EntryContent = {
  /** Null: there is no table in it. */
  readonly table: {
    /** Several: joined by a comma. */
    readonly filename: string;
    readonly encoding: string;
    readonly headers: readonly string[];
    /** Headers that nothing was made of. */
    readonly unused: readonly string[];
    readonly lines: number;
  } | null;
  readonly documents: number;
  readonly leftOut: readonly LeftOut[];
};

export type LeftOut = {
  readonly name: string;
  /** Files of a system, a name that leaves the folder, a second file under one name. */
  readonly why: 'system-file' | 'unsafe-name' | 'same-name';
};

export type NewEntry = {
  readonly kind: 'documents' | 'table';
  readonly filename: string;
  readonly sha256: string;
  readonly byteCount: number;
  readonly broughtBy: string;
  readonly broughtAt: Date;
  readonly expiresAt: Date;
  readonly said: EntryContent;
};

export type NewItem<Refusal> = {
  /** From 1. */
  readonly position: number;
  readonly line: number | null;
  readonly said: SaidLine;
  readonly problems: readonly LineProblem[];
  readonly filename: string | null;
  readonly document: number | null;
  readonly sha256: string | null;
  readonly place: PlaceCode | null;
  readonly edition: string | null;
  readonly signedOn: string | null;
  readonly state: ItemState;
  readonly why: EntryReason<Refusal> | null;
  readonly draft?: number;
};

export type EntryItem<Refusal> = Omit<NewItem<Refusal>, 'draft'> & {
  readonly id: number;
  readonly entry: number;
  /** Until when its entry is kept. */
  readonly expiresAt: Date;
  readonly tries: number;
  readonly draft: number | null;
  readonly pact: number | null;
  readonly claim: Claim | null;
};

export type ItemChange<Refusal> = {
  readonly state?: ItemState;
  readonly why?: EntryReason<Refusal> | null;
  readonly draft?: number;
  readonly pact?: number;
  readonly claim?: Claim | null;
  /** Readings begun: one that could not begin gives its try back. */
  readonly tries?: number;
};

/** Found through its entry. */
export type ItemKey = { readonly entry: number; readonly item: number };
