/** Where the signing of an agreed text stands. It is found from what happened, and kept nowhere. */
import type { SignatoryState } from './signatory.ts';

/**
 * - `waiting`: signatures are awaited
 * - `complete`: everybody signed; the text never changes any more
 * - `declined`: somebody said no; their side may name another person, or both go back to the negotiation
 * - `expired`: the last day is over; either side may choose another one
 * - `cancelled`: back to the negotiation; nobody may sign this text any more
 */
export const SIGNING_STATES = ['waiting', 'complete', 'declined', 'expired', 'cancelled'] as const;
export type SigningState = (typeof SIGNING_STATES)[number];

type Happened = {
  readonly completedAt: Date | null;
  readonly cancelledAt: Date | null;
  /** Expired from this instant on. */
  readonly expiresAt: Date;
  readonly signatories: readonly { readonly state: SignatoryState }[];
};

export function stateOfSigning(
  { completedAt, cancelledAt, expiresAt, signatories }: Happened,
  now: Date,
): SigningState {
  if (completedAt !== null) return 'complete';
  if (cancelledAt !== null) return 'cancelled';
  if (signatories.some(({ state }) => state === 'declined')) return 'declined';
  return now < expiresAt ? 'waiting' : 'expired';
}
