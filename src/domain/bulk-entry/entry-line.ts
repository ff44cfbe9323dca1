/** What a line of the table of a bulk entry says, and what is wrong with it. Nothing is guessed: what is not sure is asked. */

import type { PlaceCode } from '../shared/place.ts';

export const LINE_FIELDS = [
  'municipality',
  'municipalityName',
  'grouping',
  'groupingName',
  'department',
  'list',
  'leader',
  'signedOn',
  'charter',
  'file',
] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/** As written; a field that the table has not, or that is empty, is absent. */
export type SaidLine = Readonly<Partial<Record<LineField, string>>>;

export type EntryLine = {
  /** Of the file, from 1. */
  readonly line: number;
  readonly said: SaidLine;
  /** Of today; null: asked. */
  readonly place: PlaceCode | null;
  /** Null: the document says it, or a person. */
  readonly edition: string | null;
  /** YYYY-MM-DD. */
  readonly signedOn: string | null;
  readonly problems: readonly LineProblem[];
};

export const PROBLEM_KINDS = [
  'place-missing',
  'unknown-municipality',
  /** Several bear that name: `others` says which. */
  'several-municipalities',
  'unknown-grouping',
  'several-groupings',
  /** The code and the name are of two municipalities. */
  'code-and-name-differ',
  /** A commune, and a grouping that does not hold it. */
  'two-places',
  /** It merged since: `others` says into which. Told, and nothing to do. */
  'merged-since',
  'list-missing',
  /** `others`: the line before that says the same list of the same place. */
  'same-list',
  'not-a-day',
  'day-to-come',
  'unknown-charter',
  'file-missing',
  'unknown-file',
  /** Several documents bear that name, in several folders. */
  'several-files',
  /** `others`: the line before that names it. */
  'file-of-another-line',
  /** A document that no line names. */
  'no-line',
  'too-many-cells',
  /** Of a line of our own table. */
  'unknown-measure',
  'unknown-level',
  'unknown-stance',
  'unknown-number',
  'unknown-wording',
  'unknown-principle',
  'not-a-year',
  'nothing-named',
  'principle-and-measure',
  'said-otherwise',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export type LineProblem = {
  readonly kind: ProblemKind;
  /** Of which table, when there are several. */
  readonly table?: string;
  /** Of the file, from 1; null: it is about a document. */
  readonly line: number | null;
  /** From 1; null: the table has no such column. */
  readonly column: number | null;
  /** What stands there, cut. */
  readonly written: string;
  readonly others?: readonly string[];
};
