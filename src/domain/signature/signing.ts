/** Everything that is known of the signing of one agreed text, as acts and pages look at it. Its state: ./signing-state.ts. */
import type { AgreedText } from '../pact/agreed-text.ts';
import type { Reminder } from './deadline.ts';
import type { Signatory, SignatureMeans } from './signatory.ts';
import type { Side } from './side.ts';

export type Signing = {
  /** Number of the agreed text: of the signing too. */
  readonly id: number;
  readonly code: string;
  readonly sha256: string;
  readonly text: AgreedText;
  readonly negotiation: number;
  readonly frozenAt: Date;
  /** IANA name: where the days are counted. */
  readonly zone: string;
  /** The last day on which one may sign, and the instant at which it is over. */
  readonly expiresOn: string;
  readonly expiresAt: Date;
  /** One side asked to go back to the negotiation. */
  readonly cancelAsked: { readonly by: Side; readonly at: Date; readonly reason: string } | null;
  readonly cancelledAt: Date | null;
  readonly completedAt: Date | null;
  readonly sealed: { readonly at: Date; readonly document: number } | null;
  /** In the order in which they were named, those taken off too. */
  readonly signatories: readonly SigningSignatory[];
};

/** `name` and `role` are '' once erased. */
export type SigningSignatory = Signatory & {
  readonly namedAt: Date;
  readonly namedBy: NamedBy;
  /** A day at the place; null: signs on paper. */
  readonly invitedOn: string | null;
  readonly reminded: readonly Reminder[];
  /** Token of the page that waits for the code asked last. */
  readonly proof: string | null;
  readonly signedAt: Date | null;
  readonly emailProved: boolean;
  readonly paper: number | null;
  readonly declined: { readonly at: Date; readonly reason: string } | null;
  readonly contested: Contest | null;
  readonly removedAt: Date | null;
};

/** Usually their own side; the collective for a list that has nobody here. `person`: an account; null: none, or erased. */
export type NamedBy = { readonly side: Side; readonly person: string | null };

/** The person says that it is not them. */
export type Contest = {
  readonly at: Date;
  /** Where the signature stood before. */
  readonly from: 'invited' | 'signed' | 'declined';
  readonly words: string;
  readonly settled: { readonly at: Date; readonly outcome: ContestOutcome } | null;
};
/** `upheld`: it was not that person; the name is erased. */
export type ContestOutcome = 'upheld' | 'dismissed';

export type NewSignatory = {
  readonly side: Side;
  readonly name: string;
  readonly role: string;
  readonly email: string | null;
  readonly invitedOn: string | null;
  readonly at: Date;
  readonly by: NamedBy;
};

export type NewSignature = {
  readonly means: SignatureMeans;
  readonly at: Date;
  readonly emailProved: boolean;
  readonly paper: number | null;
  /** As the person wrote them; absent: as named. */
  readonly as?: { readonly name: string; readonly role: string };
};
