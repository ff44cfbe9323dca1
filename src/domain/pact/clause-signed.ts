/** What was signed of one clause of a level that was taken: the words of the charter, others, or nothing. */
import type { SignedClause, SignedLevel } from './commitment.ts';

export type ClauseSigned =
  | { readonly kind: 'as-charter' }
  /** Words of the document alone; those of the charter do not hold. */
  | { readonly kind: 'own-words'; readonly text: string }
  /** Refused, left to another authority, or lost on the way. */
  | { readonly kind: 'left-out' };

export function clauseSigned(level: SignedLevel, clause: number): ClauseSigned {
  const signed = level.clauses.find((one) => one.clause === clause);
  if (signed === undefined) {
    // Taken in part without saying which part: nothing is left out.
    return level.stance === 'partial' && level.clauses.length > 0 ? { kind: 'left-out' } : { kind: 'as-charter' };
  }
  const isTaken = signed.stance === 'accepted' || signed.stance === 'partial';
  if (!isTaken || signed.wording === 'omitted') return { kind: 'left-out' };
  return signed.wording === 'amended' ? { kind: 'own-words', text: hereIn(signed) } : { kind: 'as-charter' };
}

function hereIn({ quotations, changes }: SignedClause): string {
  const quoted = quotations.map(({ text }) => text).join(' ');
  return quoted === '' ? changes.map(({ here }) => here).join(' ') : quoted;
}
