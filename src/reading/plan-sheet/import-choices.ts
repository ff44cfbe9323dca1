/** What a person said of a spreadsheet: what its columns mean, what its words mean. Kept as JSON between visits. */
import type { ActionStatus, Participation, Priority } from '#domain/plan/action-sheet.ts';
import type { EntryKind } from '#domain/plan/directory-entry.ts';
import type { LineField } from '#domain/plan/exchange/fields.ts';
import type { Separator } from '#domain/plan/exchange/items.ts';

/** Columns whose words are from a closed list. */
export type WordField = 'status' | 'priority' | 'participation' | 'visibility';

/** What a word of the file stands for, by `wordKey`. `unknown`: nothing is said; `words`: kept as words. */
export type WordAnswers = {
  readonly status: Readonly<Record<string, ActionStatus | 'unknown'>>;
  readonly priority: Readonly<Record<string, Priority | 'unknown'>>;
  readonly participation: Readonly<Record<string, Participation | 'unknown' | 'words'>>;
  readonly visibility: Readonly<Record<string, 'public' | 'private'>>;
};

export type ImportChoices = {
  /** From 0. */
  readonly tab: number;
  /** Row of the names of columns, from 1; 0: the file has none. */
  readonly headerRow: number;
  /** First row that is an action. */
  readonly dataFrom: number;
  /** By column, from A; null: not imported. */
  readonly columns: readonly (LineField | null)[];
  /** Besides line ends and semicolons, a comma separates names. */
  readonly separator: Separator;
  readonly words: WordAnswers;
  /** What a name is, by `titleKey`; absent from what was kept before names were asked. */
  readonly names?: Readonly<Record<string, EntryKind>>;
  /** Numbers of a column of days are days as spreadsheets count them; null: not answered. */
  readonly serialDays: boolean | null;
  /** A row without an axis: under the one written above, or under none; null: not answered. */
  readonly emptyAxis: 'above' | 'none' | null;
  /** What an axis with the number of a known one and another title is, by key; absent from what was kept before. */
  readonly axes?: Readonly<Record<string, 'renamed' | 'new'>>;
  readonly subActions: 'steps' | 'actions' | null;
  /** For the blocked actions of which the file does not say why; null: not answered. */
  readonly blockedReason: { readonly why: string; readonly unblocks: string } | null;
  /** Rows that a person leaves out. */
  readonly skippedRows: readonly number[];
  /** When updating: an empty cell leaves what is written, or empties it. */
  readonly blanks: 'keep' | 'clear';
  /** When updating: the action that a row is, by row. */
  readonly matches: Readonly<Record<string, number | 'new'>>;
  /** When updating: actions that are not in the file and go. */
  readonly removed: readonly number[];
};

export const NO_WORDS: WordAnswers = { status: {}, priority: {}, participation: {}, visibility: {} };
