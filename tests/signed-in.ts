/** A browser in which somebody is signed in, as if the code of their e-mail had been typed. For pages asked without a window. */
import { authFor } from '#server/accounts/actor-of.ts';
import { giveCookies } from '#server/accounts/session-cookies.ts';
import { browser, type Browser } from '#server/accounts/testing/request.ts';

/** `person`: the number of their account. The site is up already (`provideRuntime`). */
export async function signedIn(person: string): Promise<Browser> {
  const visitor = browser();
  const event = visitor.ask('/connexion', 'POST');
  const auth = await authFor(event);
  const { headers } = await auth.api.startSession({
    body: { person },
    headers: event.request.headers,
    returnHeaders: true,
  });
  giveCookies(event, headers);
  return visitor;
}
