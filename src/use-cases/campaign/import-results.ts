/**
 * A file of results in the layout of the Ministry of the Interior: votes, and the seats once they are given. What became of
 * each list is proposed from its seats; a person confirms it.
 */
import { pass, type Actor } from '#domain/access/gate.ts';
import { outcomesFromSeats } from '#domain/campaign/candidate-list.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { findResultHeader, type ResultColumns } from '#reading/candidates/result-columns.ts';
import { readResultRow, type ResultLine } from '#reading/candidates/result-lines.ts';
import { BrokenTableError, openTable } from '#reading/table/open-table.ts';
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
import type { ResultDifference } from './list-import-store.ts';

export type ResultReport = ImportReport<ResultColumns, ResultDifference>;

export async function importResults(
  stores: Stores,
  actor: Actor,
  file: ImportFile<ResultColumns>,
  now: Date,
): Promise<Result<ResultReport, CannotImport>> {
  const passed = pass(actor, { act: 'import-lists', state: 'none' });
  if (!passed.ok) return passed;
  const election = await stores.campaign.findElection(file.election);
  if (election === null) return refuse({ kind: 'unknown-election', election: file.election });
  try {
    const table = await openTable(file.open);
    const header = findResultHeader(await firstRows(table.rows(), 20));
    if (header === null) return refuse({ kind: 'no-header' });
    const columns = file.columns ?? header.columns;
    if (columns.fixed.municipality === null) {
      return refuse({ kind: 'columns-missing', fields: ['municipality'], headers: header.headers });
    }
    const of = { election: election.id, round: file.round };

    return await stores.together<ResultReport, CannotImport>(async (all) => {
      const problems = new ProblemList();
      const { stage } = await all.listImport.beginResults();
      let seen = 0;
      let headerLine = 1;
      for await (const rows of table.rows()) {
        const lines: ResultLine[] = [];
        for (const row of rows) {
          seen += 1;
          if (seen === header.at + 1) headerLine = row.line;
          if (seen <= header.at + 1) continue;
          const read = readResultRow(row, columns);
          lines.push(...read.lines);
          read.problems.forEach((problem) => problems.add(problem));
        }
        for (const unknown of await stage(lines)) {
          const column = columns.fixed.municipality === null ? null : columns.fixed.municipality + 1;
          problems.add({ line: unknown.line, column, kind: 'unknown-municipality', written: unknown.code });
        }
      }
      await all.listImport.gatherResults(of);
      problems.addAll(await all.listImport.resultProblems(PROBLEMS_LIMIT));
      const { total } = problems;
      if (file.write && total > 0) return refuse({ kind: 'file-problems', problems: problems.inOrder(), total });
      const difference = await all.listImport.resultDifference(file.round);
      if (file.write && difference.changed > 0) {
        await all.listImport.applyResults({ round: file.round, at: now });
        for await (const lists of all.listImport.seatsByConstituency()) {
          await all.listImport.proposeOutcomes(outcomesFromSeats(lists));
        }
        await all.journal.append({
          at: now,
          act: 'import-results',
          actor: passed.value,
          subject: { kind: 'election', id: election.id },
          says: {
            by: signerOf(actor),
            round: file.round,
            source: file.source,
            lists: difference.lists,
            changed: difference.changed,
          },
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
