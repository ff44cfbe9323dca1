/**
 * A signature as the page of proof tells it for ever: who, as what, when, how, and what shows it.
 *
 * It holds no e-mail address: that the address of an online signatory was proved is told, the address never is.
 */
import type { Side } from './side.ts';

export type SealedSignature = {
  readonly side: Side;
  /** As the person wrote it; it becomes public with the pact. */
  readonly name: string;
  /** As what they sign: "tête de liste", "pour le collectif". */
  readonly role: string;
  readonly means: 'online' | 'paper' | 'council-vote';
  /** ISO 8601 instant in UTC; of a signature on paper or a vote, the one at which its day begins at the place. */
  readonly signedAt: string;
  /** YYYY-MM-DD, the day written on the paper: it tells no hour. Absent online. */
  readonly signedOn?: string;
  /** A code sent to the signatory's own address came back. Always false on paper. */
  readonly emailProved: boolean;
  /** The scan, photograph or deliberation that shows it; null online. */
  readonly evidence: { readonly filename: string; readonly sha256: string } | null;
  /** How many people confirmed a signature on paper or a vote; 0 online. */
  readonly confirmedBy: number;
};
