/** What the import of a file needs: a place beside the lists to put its lines, for the time of one transaction. */
import type { Outcome } from '#domain/campaign/candidate-list.ts';
import type { Round } from '#domain/campaign/election.ts';
import type { CandidateLine, LineProblem } from '#reading/candidates/candidate-lines.ts';
import type { ResultLine } from '#reading/candidates/result-lines.ts';

export type ListImportStore = {
  /** A place for the lines of a file; the lines whose municipality is unknown come back. */
  beginLists(): Promise<{ readonly stage: (lines: readonly CandidateLine[]) => Promise<readonly CandidateLine[]> }>;
  gatherLists(of: { readonly election: string; readonly round: Round }): Promise<void>;
  listProblems(limit: number): Promise<Problems>;
  listDifference(of: {
    readonly election: string;
    readonly round: Round;
    readonly limit: number;
  }): Promise<ListDifference>;
  applyLists(given: {
    readonly election: string;
    readonly round: Round;
    readonly source: string;
    readonly at: Date;
  }): Promise<void>;

  beginResults(): Promise<{ readonly stage: (lines: readonly ResultLine[]) => Promise<readonly ResultLine[]> }>;
  gatherResults(of: { readonly election: string; readonly round: Round }): Promise<void>;
  resultProblems(limit: number): Promise<Problems>;
  resultDifference(round: Round): Promise<ResultDifference>;
  applyResults(given: { readonly round: Round; readonly at: Date }): Promise<void>;
  seatsByConstituency(): AsyncIterable<readonly { readonly id: number; readonly seats: number | null }[]>;
  /** Call it once an import, with all: it may count the whole country anew. Nobody links a pact to these lists meanwhile. */
  proposeOutcomes(outcomes: ReadonlyMap<number, Outcome>, at: Date): Promise<void>;
};

export type Problems = { readonly problems: readonly LineProblem[]; readonly total: number };

export type ListDifference = {
  readonly lists: number;
  readonly candidates: number;
  readonly municipalities: number;
  readonly added: number;
  readonly changed: number;
  /** Lists whose people changed. */
  readonly moved: number;
  /** Lists that we have in the municipalities of the file and that it does not name: kept, and told. */
  readonly missing: readonly { readonly id: number; readonly name: string; readonly municipalityName: string }[];
  readonly missingTotal: number;
  /** The first changes, in the order of the file. */
  readonly changes: readonly {
    readonly municipality: string;
    readonly municipalityName: string;
    readonly line: number;
    readonly kind: 'added' | 'changed' | 'candidates';
    readonly now: string;
    readonly before: string | null;
  }[];
};

export type ResultDifference = {
  readonly lists: number;
  readonly municipalities: number;
  readonly changed: number;
  readonly withSeats: number;
};
