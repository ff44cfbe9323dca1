/**
 * A file of candidate lists in the layout of the Ministry of the Interior: previewed, then written. Importing it twice changes
 * nothing; a newer file shows what it would change; a list that it does not name is told and kept.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { Result } from '#domain/shared/result.ts';
import { readCandidateLine, type CandidateLine } from '#reading/candidates/candidate-lines.ts';
import { findListHeader, NEEDED_FIELDS, type Columns, type ListField } from '#reading/candidates/columns.ts';
import type { Stores } from '../stores.ts';
import { importElectionFile, type FileLayout } from './import-election-file.ts';
import { CHANGES_LIMIT, type CannotImport, type ImportFile, type ImportReport } from './import-file.ts';
import type { ListDifference } from './list-import-store.ts';

export type ListReport = ImportReport<Columns<ListField>, ListDifference>;

export async function importLists(
  stores: Stores,
  actor: Actor,
  file: ImportFile<Columns<ListField>>,
  now: Date,
): Promise<Result<ListReport, CannotImport>> {
  return await importElectionFile(stores, actor, { file, layout: LISTS, now });
}

const LISTS: FileLayout<Columns<ListField>, CandidateLine, ListDifference> = {
  act: 'import-lists',
  findHeader: findListHeader,
  missing: (columns) => NEEDED_FIELDS.filter((field) => columns[field] === null),
  municipality: (columns) => columns.municipality,
  read: (row, columns) => {
    const read = readCandidateLine(row, columns);
    return read.ok ? { lines: [read.value], problems: [] } : { lines: [], problems: read.problems };
  },
  begin: (all) => all.listImport.beginLists(),
  gather: (all, of) => all.listImport.gatherLists(of),
  problems: (all, limit) => all.listImport.listProblems(limit),
  difference: (all, of) => all.listImport.listDifference({ ...of, limit: CHANGES_LIMIT }),
  write: async (all, { difference: { lists, added, changed, moved }, ...given }) => {
    if (added + changed + moved === 0) return null;
    await all.listImport.applyLists(given);
    return { lists, added, changed, moved };
  },
};
