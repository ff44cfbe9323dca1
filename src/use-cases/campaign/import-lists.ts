/**
 * A file of candidate lists in the layout of the Ministry of the Interior: previewed, then written. Importing it twice changes
 * nothing; a newer file shows what it would change; a list that it does not name is told and kept.
 */
import { pass, type Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readCandidateLine, type CandidateLine } from '#reading/candidates/candidate-lines.ts';
import { findListHeader, NEEDED_FIELDS, type Columns, type ListField } from '#reading/candidates/columns.ts';
import { BrokenTableError, openTable } from '#reading/table/open-table.ts';
import type { Stores } from '../stores.ts';
import { signerOf } from './find-request.ts';
import {
  CHANGES_LIMIT,
  firstRows,
  ProblemList,
  PROBLEMS_LIMIT,
  type CannotImport,
  type ImportFile,
  type ImportReport,
} from './import-file.ts';
import type { ListDifference } from './list-import-store.ts';

export type ListReport = ImportReport<Columns<ListField>, ListDifference>;

export async function importLists(
  stores: Stores,
  actor: Actor,
  file: ImportFile<Columns<ListField>>,
  now: Date,
): Promise<Result<ListReport, CannotImport>> {
  const passed = pass(actor, { act: 'import-lists', state: 'none' });
  if (!passed.ok) return passed;
  const election = await stores.campaign.findElection(file.election);
  if (election === null) return refuse({ kind: 'unknown-election', election: file.election });
  try {
    const table = await openTable(file.open);
    const header = findListHeader(await firstRows(table.rows(), 20));
    if (header === null) return refuse({ kind: 'no-header' });
    const columns = file.columns ?? header.columns;
    const missing = NEEDED_FIELDS.filter((field) => columns[field] === null);
    if (missing.length > 0) return refuse({ kind: 'columns-missing', fields: missing, headers: header.headers });
    const of = { election: election.id, round: file.round };

    return await stores.together<ListReport, CannotImport>(async (all) => {
      const problems = new ProblemList();
      const { stage } = await all.listImport.beginLists();
      let seen = 0;
      let headerLine = 1;
      for await (const rows of table.rows()) {
        const lines: CandidateLine[] = [];
        for (const row of rows) {
          seen += 1;
          if (seen === header.at + 1) headerLine = row.line;
          if (seen <= header.at + 1) continue;
          const read = readCandidateLine(row, columns);
          if (read.ok) lines.push(read.value);
          else read.problems.forEach((problem) => problems.add(problem));
        }
        for (const unknown of await stage(lines)) {
          const column = columns.municipality === null ? null : columns.municipality + 1;
          problems.add({ line: unknown.line, column, kind: 'unknown-municipality', written: unknown.code });
        }
      }
      await all.listImport.gatherLists(of);
      problems.addAll(await all.listImport.listProblems(PROBLEMS_LIMIT));
      const { total } = problems;
      if (file.write && total > 0) return refuse({ kind: 'file-problems', problems: problems.inOrder(), total });
      const difference = await all.listImport.listDifference({ ...of, limit: CHANGES_LIMIT });
      const changes = difference.added + difference.changed + difference.moved;
      if (file.write && changes > 0) {
        await all.listImport.applyLists({ ...of, source: file.source, at: now });
        await all.journal.append({
          at: now,
          act: 'import-lists',
          actor: passed.value,
          subject: { kind: 'election', id: election.id },
          says: {
            by: signerOf(actor),
            round: file.round,
            source: file.source,
            lists: difference.lists,
            added: difference.added,
            changed: difference.changed,
            moved: difference.moved,
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
