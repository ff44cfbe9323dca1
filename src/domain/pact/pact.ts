/**
 * A pact: what one list or council signs, one day, against one edition of a charter.
 *
 * It never changes once signed. Progress is recorded as assessments elsewhere, so what was
 * promised and what was done stay apart.
 */
import type { PlaceCode } from '../shared/place.ts';
import type { Commitment, LocalCommitment, SignedPrinciple } from './commitment.ts';
import type { Term } from './term.ts';

export type Pact = {
  readonly place: PlaceCode;
  readonly edition: string;
  /** Null when a council signs, or when the document does not name the list. */
  readonly listName: string | null;
  readonly leader: string | null;
  readonly term: Term;
  /** YYYY-MM-DD; null when no source says the day. */
  readonly signedOn: string | null;
  readonly principles: readonly SignedPrinciple[];
  readonly commitments: readonly Commitment[];
  readonly localCommitments: readonly LocalCommitment[];
};

/** All that counting needs of a commitment. */
type Counted = Pick<Commitment, 'stance'> & { readonly levels: readonly Pick<Commitment, 'stance'>[] };

/** The figures kept beside pacts, so that the country is never recounted. */
export type PactTally = { readonly commitments: number; readonly levels: number };

/** Commitments are measures taken at least in part; levels are those taken whole or in part. */
export function tallyOf(pact: { readonly commitments: readonly Counted[] }): PactTally {
  const taken = pact.commitments.filter((commitment) => isTaken(commitment.stance));
  const levels = taken.flatMap((commitment) => commitment.levels.filter((level) => isTaken(level.stance)));
  return { commitments: taken.length, levels: levels.length };
}

/** Unknown, unspecified, delegated and refused are not taken: unknown is never a yes. */
function isTaken(stance: Commitment['stance']): boolean {
  return stance === 'accepted' || stance === 'partial';
}
