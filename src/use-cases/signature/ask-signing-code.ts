/**
 * First half of signing online: a code goes to the signatory's own address. What was typed with it is kept, so that the link
 * can be opened again later, on another device, with the code of the mail.
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readSignatoryWords } from '#domain/signature/signatory.ts';
import type { SigningSignatory } from '#domain/signature/signing.ts';
import { askProof } from '../proofs/ask-proof.ts';
import type { CannotAskProof } from '../proofs/proof-refusals.ts';
import type { Stores } from '../stores.ts';
import { enterSigning, type CannotEnterSigning } from './enter-signing.ts';

export type AskSigningCode = { readonly text: number; readonly name: string; readonly role: string };

export type CannotAskSigningCode = CannotEnterSigning | CannotAskProof | CannotAnswer | BadWords;

/** The link is good, its bearer has nothing to sign. */
export type CannotAnswer = { readonly kind: 'already-signed' | 'already-declined' | 'contested-now' | 'taken-off' };
export type BadWords = { readonly kind: 'bad-name' | 'bad-role' };

export async function askSigningCode(
  stores: Stores,
  actor: Actor,
  request: AskSigningCode,
  now: Date,
): Promise<Result<null, CannotAskSigningCode>> {
  return await stores.together<null, CannotAskSigningCode>(async (all) => {
    const key = { id: request.text };
    const entered = await enterSigning(all, actor, { act: 'sign-text', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing } = entered.value;
    const answering = mayAnswer(entered.value.signatory);
    if (!answering.ok) return answering;
    const signatory = answering.value;
    const words = readOwnWords(request);
    if (!words.ok) return words;
    const asked = await askProof(
      all,
      {
        email: signatory.email,
        purpose: { kind: 'sign-text', id: String(signatory.id) },
        about: `${signing.text.place.name}, ${signing.text.counterpart.name}`,
      },
      now,
    );
    if (!asked.ok) return asked;
    await all.signing.keepProof(signatory.id, { proof: asked.value.proof, ...words.value });
    return accept(null);
  });
}

/** Whoever is still asked, with the address of the link. */
export function mayAnswer(
  signatory: SigningSignatory | null,
): Result<SigningSignatory & { readonly email: string }, CannotAnswer> {
  switch (signatory?.state) {
    case 'invited':
      return signatory.email === null
        ? refuse({ kind: 'taken-off' })
        : accept({ ...signatory, email: signatory.email });
    case 'signed':
      return refuse({ kind: 'already-signed' });
    case 'declined':
      return refuse({ kind: 'already-declined' });
    case 'contested':
      return refuse({ kind: 'contested-now' });
    default:
      return refuse({ kind: 'taken-off' });
  }
}

/** A signatory says how they are called: the side that named them may have mistyped. */
export function readOwnWords(typed: {
  readonly name: string;
  readonly role: string;
}): Result<{ readonly name: string; readonly role: string }, BadWords> {
  const name = readSignatoryWords(typed.name);
  if (name === null) return refuse({ kind: 'bad-name' });
  const role = readSignatoryWords(typed.role);
  return role === null ? refuse({ kind: 'bad-role' }) : accept({ name, role });
}
