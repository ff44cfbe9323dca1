/**
 * A file in one of the layouts of the Ministry of the Interior, from its bytes to the lists: what importing candidates
 * (./import-lists.ts) and results (./import-results.ts) do alike. Every line is put beside the lists, weighed there as a
 * whole, and written only when one asks for it and nothing is wrong, all in one transaction.
 */
import { pass, type Actor } from '#domain/access/gate.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Round } from '#domain/campaign/election.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { LineProblem } from '#reading/candidates/candidate-lines.ts';
import { BrokenTableError, openTable } from '#reading/table/open-table.ts';
import type { Row } from '#reading/table/row-parser.ts';
import type { Stores } from '../stores.ts';
import { signerOf } from './find-request.ts';
import {
  firstRows,
  ProblemList,
  PROBLEMS_LIMIT,
  type CannotImport,
  type ImportFile,
  type ImportReport,
} from './import-file.ts';
import type { Problems } from './list-import-store.ts';

type Of = { readonly election: string; readonly round: Round };
type PlacedLine = { readonly line: number; readonly code: string };

export type FileLayout<Columns, Line extends PlacedLine, Difference> = {
  /** What the journal calls its import. */
  readonly act: 'import-lists' | 'import-results';
  /** `at`: index among the rows. Null: none of them is its header. */
  readonly findHeader: (
    rows: readonly Row[],
  ) => { readonly at: number; readonly headers: readonly string[]; readonly columns: Columns } | null;
  /** Fields that the file cannot do without and that have no column. */
  readonly missing: (columns: Columns) => readonly string[];
  /** The column of the municipality, from 0. */
  readonly municipality: (columns: Columns) => number | null;
  readonly read: (
    row: Row,
    columns: Columns,
  ) => { readonly lines: readonly Line[]; readonly problems: readonly LineProblem[] };
  /** A place for the lines; those whose municipality is unknown come back. */
  readonly begin: (all: Stores) => Promise<{ readonly stage: (lines: readonly Line[]) => Promise<readonly Line[]> }>;
  readonly gather: (all: Stores, of: Of) => Promise<void>;
  readonly problems: (all: Stores, limit: number) => Promise<Problems>;
  readonly difference: (all: Stores, of: Of) => Promise<Difference>;
  /** What the journal then says of it; null: nothing was to be written. */
  readonly write: (
    all: Stores,
    given: Of & { readonly difference: Difference; readonly source: string; readonly at: Date },
  ) => Promise<Readonly<Record<string, Json>> | null>;
};

export async function importElectionFile<Columns, Line extends PlacedLine, Difference>(
  stores: Stores,
  actor: Actor,
  {
    file,
    layout,
    now,
  }: {
    readonly file: ImportFile<Columns>;
    readonly layout: FileLayout<Columns, Line, Difference>;
    readonly now: Date;
  },
): Promise<Result<ImportReport<Columns, Difference>, CannotImport>> {
  type Report = ImportReport<Columns, Difference>;
  const passed = pass(actor, { act: 'import-lists', state: 'none' });
  if (!passed.ok) return passed;
  const election = await stores.campaign.findElection(file.election);
  if (election === null) return refuse({ kind: 'unknown-election', election: file.election });
  try {
    const table = await openTable(file.open);
    const header = layout.findHeader(await firstRows(table.rows(), 20));
    if (header === null) return refuse({ kind: 'no-header' });
    const columns = file.columns ?? header.columns;
    const missing = layout.missing(columns);
    if (missing.length > 0) return refuse({ kind: 'columns-missing', fields: missing, headers: header.headers });
    const of: Of = { election: election.id, round: file.round };

    return await stores.together<Report, CannotImport>(async (all) => {
      const problems = new ProblemList();
      const { stage } = await layout.begin(all);
      const municipality = layout.municipality(columns);
      let seen = 0;
      let headerLine = 1;
      for await (const rows of table.rows()) {
        const lines: Line[] = [];
        for (const row of rows) {
          seen += 1;
          if (seen === header.at + 1) headerLine = row.line;
          if (seen <= header.at + 1) continue;
          const read = layout.read(row, columns);
          lines.push(...read.lines);
          read.problems.forEach((problem) => problems.add(problem));
        }
        for (const { line, code } of await stage(lines)) {
          const column = municipality === null ? null : municipality + 1;
          problems.add({ line, column, kind: 'unknown-municipality', written: code });
        }
      }
      await layout.gather(all, of);
      problems.addAll(await layout.problems(all, PROBLEMS_LIMIT));
      const { total } = problems;
      if (file.write && total > 0) return refuse({ kind: 'file-problems', problems: problems.inOrder(), total });
      const difference = await layout.difference(all, of);
      const { round, source } = file;
      const says = file.write ? await layout.write(all, { ...of, difference, source, at: now }) : null;
      if (says !== null) {
        await all.journal.append({
          at: now,
          act: layout.act,
          actor: passed.value,
          subject: { kind: 'election', id: election.id },
          says: { by: signerOf(actor), round, source, ...says },
        });
      }
      return accept({
        headers: header.headers,
        headerLine,
        columns,
        encoding: table.encoding,
        delimiter: table.delimiter,
        problems: problems.inOrder(),
        problemsTotal: total,
        difference,
        written: file.write,
      });
    });
  } catch (error) {
    if (error instanceof BrokenTableError) return refuse({ kind: 'broken-table', problem: error.problem });
    throw error;
  }
}
