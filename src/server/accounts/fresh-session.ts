/** What cannot be undone asks for a recent sign-in: a device left open, or a stolen cookie, is not enough. */
import { redirect } from '@sveltejs/kit';
import { accountOf, requireAccount, type Account, type Asking } from './actor-of.ts';
import { isFresh } from './session-age.ts';
import { signInFirst } from './sign-in-address.ts';

/** Like `requireAccount`; sends a session that is too old to sign in again, and back here afterwards. */
export async function requireFreshAccount(event: Asking): Promise<Account> {
  const account = await requireAccount(event);
  if (isFresh(account.session, new Date())) return account;
  redirect(303, `${signInFirst(event.url)}&encore`);
}

/** Whether this browser has nothing to sign in for: not even again, when it is sent to (`again`). */
export async function isSignedIn(event: Asking, { again }: { readonly again: boolean }): Promise<boolean> {
  const account = await accountOf(event);
  return account !== null && (!again || isFresh(account.session, new Date()));
}
