/** Second half of signing online: the code came back, the person says to have read the text, and signs it. */
import type { Actor } from '#domain/access/gate.ts';
import { sameEmail } from '#domain/shared/email.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { CannotUseProof } from '../proofs/proof-refusals.ts';
import { withProof } from '../proofs/use-proof.ts';
import type { Stores } from '../stores.ts';
import { mayAnswer, readOwnWords, type BadWords, type CannotAnswer } from './ask-signing-code.ts';
import { completeIfReady } from './complete-signing.ts';
import { enterSigning, type CannotEnterSigning } from './enter-signing.ts';

export type SignOnline = {
  readonly text: number;
  readonly name: string;
  readonly role: string;
  readonly code: string;
  /** The person says to have read the text. */
  readonly read: boolean;
};

export type CannotSign =
  | CannotEnterSigning
  | CannotUseProof
  | CannotAnswer
  | BadWords
  | { readonly kind: 'not-read' | 'no-code-asked' }
  /** Another of the same side signs under this very name. */
  | { readonly kind: 'already-named'; readonly name: string };

/** Call outside `together`: a wrong code counts even when nothing is signed. */
export async function signOnline(
  stores: Stores,
  actor: Actor,
  request: SignOnline,
  now: Date,
): Promise<Result<{ readonly complete: boolean }, CannotSign>> {
  const key = { id: request.text };
  // Looked at first without the code, so that a text that cannot be signed does not use it up.
  const entered = await enterSigning(stores, actor, { act: 'sign-text', key, now, lock: false });
  if (!entered.ok) return entered;
  const answering = mayAnswer(entered.value.signatory);
  if (!answering.ok) return answering;
  const words = readOwnWords(request);
  if (!words.ok) return words;
  if (!request.read) return refuse({ kind: 'not-read' });
  const { proof, id } = answering.value;
  if (proof === null) return refuse({ kind: 'no-code-asked' });

  const purpose = { kind: 'sign-text', id: String(id) } as const;
  return await withProof<{ complete: boolean }, CannotSign>(
    stores,
    { proof, code: request.code, purpose },
    now,
    async (all, proved) => {
      const again = await enterSigning(all, actor, { act: 'sign-text', key, now, lock: true });
      if (!again.ok) return again;
      const { signing, role } = again.value;
      const still = mayAnswer(again.value.signatory);
      if (!still.ok) return still;
      const signatory = still.value;
      // The side corrected the address in between: the code of the old one proves nothing.
      if (!sameEmail(proved.email, signatory.email)) return refuse({ kind: 'unknown-proof' });
      const { name } = words.value;
      const namesake = signing.signatories.some(
        (other) =>
          other.id !== id &&
          other.side === signatory.side &&
          other.state !== 'removed' &&
          other.name.toLowerCase() === name.toLowerCase(),
      );
      if (namesake) return refuse({ kind: 'already-named', name });
      await all.signing.sign(id, { means: 'online', at: now, emailProved: true, paper: null, as: words.value });
      await all.journal.append({
        at: now,
        act: 'sign-text',
        actor: role,
        subject: { kind: 'signatory', id },
        says: { text: signing.code, sha256: signing.sha256, side: signatory.side, means: 'online', ...words.value },
      });
      return accept({ complete: await completeIfReady(all, signing, now) });
    },
  );
}
