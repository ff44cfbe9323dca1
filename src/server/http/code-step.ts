/** The second step of a form that proves an address: the page that waits for the code, wherever it stands. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { ProofPurpose } from '#use-cases/proofs/proof-purpose.ts';
import { sayProofRefusal } from '#ui/messages/proof-refusals.fr.ts';
import { signInContext } from '../accounts/sign-in-context.ts';
import { runtime } from '../runtime.ts';
import { lastCodeMail } from '../storage/mail-delivery.ts';
import { storesOn } from '../stores.ts';

export type CodeStep = {
  readonly email: string;
  /** On the machine of a newcomer, without a mail server. */
  readonly mailsHere: boolean;
  readonly mail: 'gone' | 'late' | 'refused';
};

/**
 * 404 when no such code was asked for this. The address goes to whoever holds the token of the page alone: the page must be
 * kept private (./private-page.ts).
 */
export async function codeStep(
  event: Pick<RequestEvent, 'request' | 'url' | 'getClientAddress'>,
  { proof, purpose }: { readonly proof: string; readonly purpose: ProofPurpose },
): Promise<CodeStep> {
  const { db } = await runtime();
  const waiting = await storesOn(db).proofs.waiting({ proof, purpose });
  if (waiting === null) error(404, sayProofRefusal({ kind: 'unknown-proof' }));
  const mail = await lastCodeMail(db, waiting.email);
  return {
    email: waiting.email,
    mailsHere: (await signInContext(event)).mailsHere,
    mail: mail?.failedAt ? 'refused' : mail?.lastError && !mail.sentAt ? 'late' : 'gone',
  };
}
