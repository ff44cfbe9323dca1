/**
 * Who is to sign an agreed text. Each side names its own; the text is signed when all of them have.
 *
 * What a signature looks like once sealed is ./sealed-signature.ts; when a text is signed is ./completeness.ts.
 */
import type { Side } from './side.ts';

/**
 * - `invited`: named, and has not answered; signs online when an e-mail address is known, on paper otherwise
 * - `declined`: will not sign, and said why
 * - `contested`: the person says that it is not them; the signature is suspended until the national team has looked
 * - `removed`: taken off the list by their own side before the end, or found not to be who was named
 */
export const SIGNATORY_STATES = ['invited', 'signed', 'declined', 'contested', 'removed'] as const;
export type SignatoryState = (typeof SIGNATORY_STATES)[number];

export const SIGNATURE_MEANS = ['online', 'paper', 'council-vote'] as const;
export type SignatureMeans = (typeof SIGNATURE_MEANS)[number];

export type Signatory = {
  readonly id: number;
  readonly side: Side;
  /** Public with the pact. */
  readonly name: string;
  readonly role: string;
  /** Never public; null: signs on paper, or erased. */
  readonly email: string | null;
  readonly state: SignatoryState;
  /** How they signed; null until they have. */
  readonly means: SignatureMeans | null;
};

/** A name or a role as typed, spaces put right; null when there is nothing to show or too much. At most 120 characters. */
export function readSignatoryWords(typed: string): string | null {
  const words = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  // Characters that hide or turn the words around them have no place in a name.
  if (words === '' || words.length > 120 || /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(words)) return null;
  return /[\p{L}\p{N}]/u.test(words) ? words : null;
}
