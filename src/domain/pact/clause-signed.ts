/** What was signed of one clause of a level that was taken: the words of the charter, others, or nothing. */
import type { SignedClause, SignedLevel } from './commitment.ts';
import type { Stance } from './stance.ts';

export type ClauseSigned =
  | { readonly kind: 'as-charter' }
  /** Words of the document alone; those of the charter do not hold. */
  | { readonly kind: 'own-words'; readonly text: string }
  /** Refused, left to another authority, or lost on the way. */
  | { readonly kind: 'left-out' };

/** As far as what was signed of a clause goes. */
export type LevelTaken = Pick<SignedLevel, 'level' | 'stance' | 'clauses'>;

export function clauseSigned(level: Omit<LevelTaken, 'level'>, clause: number): ClauseSigned {
  const signed = level.clauses.find((one) => one.clause === clause);
  if (signed === undefined) {
    // Taken in part without saying which part: nothing is left out.
    return level.stance === 'partial' && level.clauses.length > 0 ? { kind: 'left-out' } : { kind: 'as-charter' };
  }
  const isTaken = signed.stance === 'accepted' || signed.stance === 'partial';
  if (!isTaken || signed.wording === 'omitted') return { kind: 'left-out' };
  return signed.wording === 'amended' ? { kind: 'own-words', text: hereIn(signed) } : { kind: 'as-charter' };
}

/** The same of a whole measure; null: the level of the clause was not taken. A measure taken without levels is taken whole. */
export function clauseOfMeasure(
  measure: { readonly stance: Stance; readonly levels: readonly LevelTaken[] },
  { level, clause }: { readonly level: number; readonly clause: number },
): ClauseSigned | null {
  if (measure.levels.length === 0 && measure.stance === 'accepted') return { kind: 'as-charter' };
  const taken = measure.levels.find(
    (one) => one.level === level && (one.stance === 'accepted' || one.stance === 'partial'),
  );
  return taken === undefined ? null : clauseSigned(taken, clause);
}

function hereIn({ quotations, changes }: SignedClause): string {
  const quoted = quotations.map(({ text }) => text).join(' ');
  return quoted === '' ? changes.map(({ here }) => here).join(' ') : quoted;
}
