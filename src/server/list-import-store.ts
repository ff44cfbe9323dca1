/** The store of imports, on PostgreSQL. */
import type { ListImportStore } from '#use-cases/campaign/list-import-store.ts';
import type { Db } from './storage/connection.ts';
import * as lists from './storage/list-staging.ts';
import { municipalitiesThen, type MunicipalityThen, type Then } from './storage/municipality-then.ts';
import * as results from './storage/result-staging.ts';
import { lockLists } from './storage/candidate-lists.ts';
import { placesOfLists, tallied } from './storage/tallies.ts';

export function listImportOn(db: Db): ListImportStore {
  return {
    beginLists: async () => {
      const then = await municipalitiesThen(db);
      await lists.beginStaging(db);
      return { stage: (lines) => stagedWith(then, lines, (placed) => lists.stageCandidates(db, placed)) };
    },
    gatherLists: (of) => lists.gatherStaged(db, of),
    listProblems: async (limit) => {
      const { problems, total } = await lists.stagedProblems(db, limit);
      return { problems: problems.map((problem) => ({ ...problem, column: null })), total };
    },
    listDifference: (of) => lists.stagedDifference(db, of),
    applyLists: (given) => lists.applyStaged(db, given),
    beginResults: async () => {
      const then = await municipalitiesThen(db);
      await results.beginResults(db);
      return { stage: (lines) => stagedWith(then, lines, (placed) => results.stageResults(db, placed)) };
    },
    gatherResults: (of) => results.gatherResults(db, of),
    resultProblems: async (limit) => {
      const { problems, total } = await results.unmatchedResults(db, limit);
      return { problems: problems.map((problem) => ({ ...problem, kind: 'unknown-list-here' })), total };
    },
    resultDifference: (round) => results.resultDifference(db, round),
    applyResults: (given) => results.applyResults(db, given),
    seatsByConstituency: () => results.seatsByConstituency(db),
    proposeOutcomes: async (outcomes, at) => {
      if (outcomes.size === 0) return;
      await lockLists(db, [...outcomes.keys()]);
      const places = await placesOfLists(db, [...outcomes.keys()]);
      await tallied(db, { places, at }, () => results.proposeOutcomes(db, outcomes));
    },
  };
}

type Line = { readonly code: string; readonly sector: string | null; readonly municipalityName: string };

/** Puts the lines whose municipality is known; returns the others. */
async function stagedWith<Said extends Line>(
  then: MunicipalityThen,
  lines: readonly Said[],
  put: (placed: readonly { readonly then: Then; readonly said: Said }[]) => Promise<void>,
): Promise<readonly Said[]> {
  const placed: { then: Then; said: Said }[] = [];
  const unknown: Said[] = [];
  for (const said of lines) {
    const place = then({ code: said.code, sector: said.sector, name: said.municipalityName });
    if (place === null) unknown.push(said);
    else placed.push({ then: place, said });
  }
  if (placed.length > 0) await put(placed);
  return unknown;
}
