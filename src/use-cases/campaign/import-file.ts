/**
 * What importing lists and results share: the file, its columns, its problems. Every problem is found before anything is
 * written, and told with its line and column; with one problem nothing is written.
 */
import type { NotAllowed } from '#domain/access/gate.ts';
import type { Round } from '#domain/campaign/election.ts';
import type { LineProblem } from '#reading/candidates/candidate-lines.ts';
import type { ByteSource, TableEncoding } from '#reading/table/open-table.ts';
import type { BrokenTable, Delimiter, Row } from '#reading/table/row-parser.ts';

export type ImportFile<Columns> = {
  readonly election: string;
  readonly round: Round;
  /** The bytes, from the start at each call. */
  readonly open: ByteSource;
  /** Where it comes from, shown on the page of each list. */
  readonly source: string;
  /** The columns as a person corrected them; null: as recognised. */
  readonly columns: Columns | null;
  /** False: a preview, nothing is written. */
  readonly write: boolean;
};

/** What a file holds and would change. `problems` holds the first `PROBLEMS_LIMIT`; `problemsTotal` counts all. */
export type ImportReport<Columns, Difference> = {
  readonly headers: readonly string[];
  /** Line of the header in the file. */
  readonly headerLine: number;
  readonly columns: Columns;
  readonly encoding: TableEncoding;
  readonly delimiter: Delimiter;
  readonly problems: readonly LineProblem[];
  readonly problemsTotal: number;
  readonly difference: Difference;
  readonly written: boolean;
};

export type CannotImport =
  | NotAllowed
  | { readonly kind: 'unknown-election'; readonly election: string }
  | { readonly kind: 'no-header' }
  | { readonly kind: 'columns-missing'; readonly fields: readonly string[]; readonly headers: readonly string[] }
  | { readonly kind: 'broken-table'; readonly problem: BrokenTable }
  | { readonly kind: 'file-problems'; readonly problems: readonly LineProblem[]; readonly total: number };

export const PROBLEMS_LIMIT = 1000;
/** Changes and missing lists shown of each kind. */
export const CHANGES_LIMIT = 200;

/** Keeps the first problems, counts all. */
export class ProblemList {
  readonly problems: LineProblem[] = [];
  total = 0;

  add(problem: LineProblem): void {
    this.total += 1;
    if (this.problems.length < PROBLEMS_LIMIT) this.problems.push(problem);
  }

  addAll({ problems, total }: { readonly problems: readonly LineProblem[]; readonly total: number }): void {
    this.problems.push(...problems.slice(0, Math.max(0, PROBLEMS_LIMIT - this.problems.length)));
    this.total += total;
  }

  inOrder(): readonly LineProblem[] {
    return this.problems.toSorted((one, other) => one.line - other.line || (one.column ?? 0) - (other.column ?? 0));
  }
}

/** The first rows, then every row, header excluded; a batch is never larger than what one piece of the file holds. */
export async function firstRows(rows: AsyncIterable<readonly Row[]>, count: number): Promise<readonly Row[]> {
  const first: Row[] = [];
  for await (const batch of rows) {
    first.push(...batch);
    if (first.length >= count) break;
  }
  return first.slice(0, count);
}
