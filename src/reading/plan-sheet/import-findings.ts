/**
 * What reading a spreadsheet as a plan leaves to say: problems that a person must settle, questions that a person answers
 * once, notes of what was done. Each names its cells; sentences are in src/ui/messages.
 */
import type { EntryKind } from '#domain/plan/directory-entry.ts';
import type { LineField, RoleField } from '#domain/plan/exchange/fields.ts';
import type { WordField } from './import-choices.ts';

/** `cell` is an address (`F12`); `row` a row of the file. */
export type ImportProblem =
  | { readonly kind: 'no-title-column' }
  | { readonly kind: 'no-such-tab' }
  | { readonly kind: 'column-used-twice'; readonly field: LineField; readonly columns: readonly string[] }
  | { readonly kind: 'too-many-rows'; readonly rows: number; readonly limit: number }
  | { readonly kind: 'no-action' }
  | { readonly kind: 'title-missing'; readonly row: number; readonly cell: string }
  | {
      readonly kind: 'too-long';
      readonly row: number;
      readonly cell: string;
      readonly length: number;
      readonly limit: number;
    }
  | { readonly kind: 'no-such-day'; readonly row: number; readonly cell: string; readonly words: string }
  | { readonly kind: 'short-year'; readonly row: number; readonly cell: string; readonly words: string }
  | { readonly kind: 'number-as-day'; readonly row: number; readonly cell: string; readonly words: string }
  | { readonly kind: 'end-before-start'; readonly row: number; readonly cell: string }
  | { readonly kind: 'failed-formula'; readonly row: number; readonly cell: string; readonly code: string }
  | { readonly kind: 'formula-without-result'; readonly row: number; readonly cell: string }
  | { readonly kind: 'amount-unclear'; readonly row: number; readonly cell: string; readonly words: string }
  | { readonly kind: 'funding-unclear'; readonly row: number; readonly cell: string; readonly words: string }
  | { readonly kind: 'sum-out-of-bounds'; readonly row: number; readonly cell: string; readonly words: string }
  | { readonly kind: 'funder-missing'; readonly row: number; readonly cell: string }
  | { readonly kind: 'axis-missing-above'; readonly row: number; readonly cell: string }
  | { readonly kind: 'merged-rows-disagree'; readonly row: number; readonly cell: string; readonly words: string }
  | { readonly kind: 'too-many-items'; readonly row: number; readonly cell: string; readonly limit: number }
  | { readonly kind: 'bad-number'; readonly row: number; readonly cell: string; readonly words: string }
  | { readonly kind: 'number-became-day'; readonly row: number; readonly cell: string; readonly words: string }
  | {
      readonly kind: 'number-used-twice';
      readonly row: number;
      readonly cell: string;
      readonly number: string;
      readonly first: string;
    }
  | { readonly kind: 'step-without-action'; readonly row: number; readonly cell: string }
  | { readonly kind: 'same-action-twice'; readonly row: number; readonly first: number; readonly title: string };

export type ImportQuestion =
  | {
      readonly kind: 'unknown-word';
      readonly field: WordField;
      readonly key: string;
      /** As first written. */
      readonly word: string;
      readonly cells: readonly string[];
      readonly count: number;
      /** Of these rows, those without a last day. */
      readonly withoutEnd: number;
    }
  | {
      readonly kind: 'serial-days';
      readonly cells: readonly string[];
      readonly count: number;
      readonly example: { readonly number: number; readonly day: string };
    }
  | { readonly kind: 'empty-axis'; readonly cells: readonly string[]; readonly count: number }
  | { readonly kind: 'sub-actions'; readonly cells: readonly string[]; readonly count: number }
  | { readonly kind: 'blocked-reason'; readonly cells: readonly string[]; readonly count: number }
  | {
      readonly kind: 'which-axis';
      readonly key: string;
      readonly number: string;
      readonly title: string;
      /** Of the axis of the plan that has this number. */
      readonly known: string;
      readonly cells: readonly string[];
      readonly count: number;
    }
  | {
      readonly kind: 'which-action';
      readonly row: number;
      readonly title: string;
      readonly candidates: readonly { readonly id: number; readonly number: string; readonly title: string }[];
    };

/** What a name is; nothing waits for the answer. */
export type AskedName = {
  /** Of its answer. */
  readonly key: string;
  /** As first written. */
  readonly name: string;
  readonly cells: readonly string[];
  readonly count: number;
  readonly proposed: EntryKind;
  readonly because:
    | { readonly kind: 'word'; readonly word: string }
    /** Written as names of people are. */
    | { readonly kind: 'shape' }
    /** Columns of several kinds hold it. */
    | { readonly kind: 'columns'; readonly fields: readonly NameField[] }
    | { readonly kind: 'nothing' };
  /** Null: nobody answered yet; it is then a `meanwhile`. */
  readonly answer: EntryKind | null;
  readonly meanwhile: EntryKind;
};

export type NameField = RoleField | 'fundings' | 'funder1' | 'funder2' | 'funder3';

/** `cells`: the first of them. */
export type ImportNote = {
  readonly kind:
    | 'formula-taken'
    | 'merged-spread'
    | 'merged-joined'
    | 'day-kept-as-words'
    | 'sum-kept-as-words'
    | 'participation-kept-as-words'
    | 'column-not-imported'
    | 'rows-above-not-read'
    | 'hidden-rows-read'
    | 'too-far-right'
    | 'step-cells-left'
    | 'rows-skipped'
    | 'unknown-id';
  readonly count: number;
  readonly cells: readonly string[];
  /** The first words concerned, or the name of a column. */
  readonly words: string;
};

/** Cells named one by one in a note or a question; beyond, they are counted. */
export const CELLS_NAMED = 12;
