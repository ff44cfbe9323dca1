/**
 * A file of results in the layout of the Ministry of the Interior: votes, and the seats once they are given. What became of
 * each list is proposed from its seats; a person confirms it.
 */
import type { Actor } from '#domain/access/gate.ts';
import { outcomesFromSeats, type Outcome } from '#domain/campaign/candidate-list.ts';
import type { Result } from '#domain/shared/result.ts';
import { findResultHeader, type ResultColumns } from '#reading/candidates/result-columns.ts';
import { readResultRow, type ResultLine } from '#reading/candidates/result-lines.ts';
import type { Stores } from '../stores.ts';
import { importElectionFile, type FileLayout } from './import-election-file.ts';
import type { CannotImport, ImportFile, ImportReport } from './import-file.ts';
import type { ResultDifference } from './list-import-store.ts';

export type ResultReport = ImportReport<ResultColumns, ResultDifference>;

export async function importResults(
  stores: Stores,
  actor: Actor,
  file: ImportFile<ResultColumns>,
  now: Date,
): Promise<Result<ResultReport, CannotImport>> {
  return await importElectionFile(stores, actor, { file, layout: RESULTS, now });
}

const RESULTS: FileLayout<ResultColumns, ResultLine, ResultDifference> = {
  act: 'import-results',
  findHeader: findResultHeader,
  missing: ({ fixed }) => (fixed.municipality === null ? ['municipality'] : []),
  municipality: ({ fixed }) => fixed.municipality,
  read: readResultRow,
  begin: (all) => all.listImport.beginResults(),
  gather: (all, of) => all.listImport.gatherResults(of),
  problems: (all, limit) => all.listImport.resultProblems(limit),
  difference: (all, { round }) => all.listImport.resultDifference(round),
  write: async (all, { difference: { lists, changed }, round, at }) => {
    if (changed === 0) return null;
    await all.listImport.applyResults({ round, at });
    // One change of figures for the whole file: place after place, each would keep the figures of the country for itself.
    const outcomes = new Map<number, Outcome>();
    for await (const seats of all.listImport.seatsByConstituency()) {
      for (const [list, outcome] of outcomesFromSeats(seats)) outcomes.set(list, outcome);
    }
    await all.listImport.proposeOutcomes(outcomes, at);
    return { lists, changed };
  },
};
