/** What the pages of signing in show of this site: whether mails stay here, and who else can vouch for somebody. */
import type { RequestEvent } from '@sveltejs/kit';
import { mailsReadableHere } from '../http/local-visitor.ts';
import { runtime } from '../runtime.ts';

export type SignInContext = {
  /** Mails are read at /courrier, by this very visitor. */
  readonly mailsHere: boolean;
  /** The name of the other issuer; null: there is none. */
  readonly provider: string | null;
};

export async function signInContext(event: Pick<RequestEvent, 'request' | 'getClientAddress'>): Promise<SignInContext> {
  const { config } = await runtime();
  return {
    mailsHere: mailsReadableHere(config, event),
    provider: config.identityProvider?.name ?? null,
  };
}
