/**
 * A reading in the few lines that a person can review: what a case expects.
 *
 * Spans are left out (the laws check them); stances, wordings, changes, observations, unread
 * passages and warnings are in.
 */
import type { LevelFinding, PactReading } from '#reading/contract.ts';

export type PactSummary = {
  readonly charter: string;
  readonly list: string | null;
  readonly leader: string | null;
  readonly principles: Readonly<Record<string, string>>;
  readonly commitments: readonly CommitmentSummary[];
  readonly local: readonly string[];
  readonly warnings: readonly string[];
  readonly unread: readonly string[];
};

export type CommitmentSummary = {
  readonly measure: number | null;
  readonly localNumber: string | null;
  readonly title: string;
  readonly stance: string;
  /** `N1: accepted`, `N3: partial (3 refused)`, `N2: accepted, amended`. */
  readonly levels: readonly string[];
  readonly changes?: readonly string[];
  readonly body?: string;
  readonly observations?: readonly string[];
};

export function summarisePact(reading: PactReading): PactSummary {
  return {
    charter: reading.charter,
    list: reading.signatory.list,
    leader: reading.signatory.leader,
    principles: Object.fromEntries(reading.principles.map(({ principle, stance }) => [principle, stance])),
    commitments: reading.commitments.map((commitment) => {
      const changes = commitment.levels.flatMap(changesOf);
      return {
        measure: commitment.measure,
        localNumber: commitment.localNumber,
        title: commitment.title,
        stance: commitment.stance,
        levels: commitment.levels.map(levelLine),
        ...(changes.length === 0 ? {} : { changes }),
        ...(commitment.competentBody === null ? {} : { body: commitment.competentBody }),
        ...(commitment.observations.length === 0 ? {} : { observations: commitment.observations.map(flat) }),
      };
    }),
    local: reading.localCommitments.map(
      ({ localNumber, text, relatedMeasures }) =>
        `${localNumber ?? '-'} | ${flat(text)}${relatedMeasures.length === 0 ? '' : ` | ${relatedMeasures.join(', ')}`}`,
    ),
    warnings: reading.warnings.map(({ code, message }) => `${code}: ${message}`),
    unread: reading.unread.map(({ text }) => flat(text)),
  };
}

function levelLine({ level, stance, wording, clauses }: LevelFinding): string {
  const odd = clauses
    .filter((clause) => clause.stance !== stance && !(stance === 'partial' && clause.stance === 'accepted'))
    .map((clause) => `${clause.clause} ${clause.stance}${clause.wording === 'same' ? '' : ` ${clause.wording}`}`);
  return `N${level}: ${stance}${wording === 'same' ? '' : `, ${wording}`}${odd.length === 0 ? '' : ` (${odd.join(', ')})`}`;
}

function changesOf({ level, clauses }: LevelFinding): string[] {
  return clauses.flatMap(({ clause, changes }) =>
    changes.map(({ kind, reference, here }) => `N${level}.${clause} ${kind}: [${flat(reference)}] > [${flat(here)}]`),
  );
}

/** On one line; of a long passage, its beginning and its end. */
export function flat(words: string): string {
  const joined = words.replace(/\s+/gu, ' ').trim();
  return joined.length > 160 ? `${joined.slice(0, 120)} […] ${joined.slice(-36)}` : joined;
}
