/** The operator sees which mails did not go, and has one tried again. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { UndeliveredMail } from './mail-store.ts';

export async function listUndeliveredMails(
  stores: Stores,
  actor: Actor,
  { limit }: { readonly limit: number },
): Promise<Result<readonly UndeliveredMail[], NotAllowed>> {
  const passed = pass(actor, { act: 'see-kept-mails', state: 'none' });
  return passed.ok ? accept(await stores.mail.undelivered({ limit })) : passed;
}

export type CannotRetryMail = NotAllowed | { readonly kind: 'not-given-up'; readonly mail: number };

/** Goes with the next round of the server. A code that is over will not. */
export async function retryMail(
  stores: Stores,
  actor: Actor,
  { mail }: { readonly mail: number },
  now: Date,
): Promise<Result<null, CannotRetryMail>> {
  const passed = pass(actor, { act: 'retry-mail', state: 'none' });
  if (!passed.ok) return passed;
  return (await stores.mail.retry(mail, now)) ? accept(null) : refuse({ kind: 'not-given-up', mail });
}
