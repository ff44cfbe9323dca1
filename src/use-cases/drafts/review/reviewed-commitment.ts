/**
 * One commitment: what was read, as a person corrected it.
 *
 * Nothing is invented: the clauses of a level are those the reader compared with the edition. Once a person
 * attaches the passage to another measure, or gives a level another stance without saying clause by clause,
 * the comparison no longer holds, and no clause is claimed.
 */
import type { Commitment, SignedClause, SignedLevel } from '#domain/pact/commitment.ts';
import type { CommitmentCorrection, LevelDecision } from '#domain/pact/decision.ts';
import { stanceOfMeasure } from '#domain/pact/stance.ts';
import type { ClauseFinding, CommitmentFinding, LevelFinding } from '#reading/contract.ts';
import { quote } from './quotations.ts';

export type Source = { readonly text: string };

/** `correction` null: as read. The measure must be known by now. */
export function reviewedCommitment(
  { text }: Source,
  {
    finding,
    measure,
    correction,
  }: { finding: CommitmentFinding; measure: number; correction: CommitmentCorrection | null },
): Commitment {
  const reattached = measure !== finding.measure;
  const levels =
    correction?.levels === undefined
      ? finding.levels.map((level) => levelAsRead(text, level, { comparable: !reattached }))
      : correction.levels.map((decided) =>
          decidedLevel(text, { decided, found: foundLevel(finding, decided), reattached }),
        );
  return {
    measure,
    localNumber: finding.localNumber,
    title: finding.title,
    stance: levels.length > 0 ? stanceOfMeasure(levels) : (correction?.stance ?? finding.stance),
    levels,
    competentBody: correction?.competentBody === undefined ? finding.competentBody : correction.competentBody,
    observations: correction?.observations ?? finding.observations,
    confidence: finding.confidence,
    reasons: finding.reasons,
    quotations: quote(text, finding.spans),
  };
}

/** A level that a person set on a passage that no finding compared with the edition. */
export function statedLevel(decided: LevelDecision): SignedLevel {
  const clauses = (decided.clauses ?? []).map(({ clause, stance }): SignedClause => ({
    clause,
    stance,
    wording: 'same',
    changes: [],
    quotations: [],
  }));
  return { level: decided.level, stance: decided.stance, wording: 'same', clauses, quotations: [] };
}

function foundLevel(finding: CommitmentFinding, decided: LevelDecision): LevelFinding | undefined {
  return finding.levels.find(({ level }) => level === decided.level);
}

function levelAsRead(text: string, found: LevelFinding, { comparable }: { comparable: boolean }): SignedLevel {
  return {
    level: found.level,
    stance: found.stance,
    wording: comparable ? found.wording : 'same',
    clauses: comparable ? found.clauses.map((clause) => clauseAsRead(text, clause)) : [],
    quotations: quote(text, found.spans),
  };
}

function clauseAsRead(text: string, found: ClauseFinding): SignedClause {
  const { clause, stance, wording, changes, spans } = found;
  return { clause, stance, wording, changes, quotations: quote(text, spans) };
}

function decidedLevel(
  text: string,
  { decided, found, reattached }: { decided: LevelDecision; found: LevelFinding | undefined; reattached: boolean },
): SignedLevel {
  if (found === undefined) return statedLevel(decided);
  const read = levelAsRead(text, found, { comparable: !reattached });
  if (decided.clauses !== undefined) {
    const clauses = decided.clauses.map(({ clause, stance }): SignedClause => {
      const before = read.clauses.find((candidate) => candidate.clause === clause);
      if (before === undefined) return { clause, stance, wording: 'same', changes: [], quotations: [] };
      return { ...before, stance };
    });
    return { ...read, stance: decided.stance, clauses };
  }
  if (decided.stance === found.stance) return read;
  return { ...read, stance: decided.stance, clauses: [] };
}
