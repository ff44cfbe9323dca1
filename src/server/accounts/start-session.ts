/** Signs somebody in whose address was just proved: a session, and its cookie. */
import type { RequestEvent } from '@sveltejs/kit';
import { authFor, type Asking } from './actor-of.ts';
import { giveCookies } from './session-cookies.ts';

/** A new session each time: one that an attacker would have laid in the browser before is worth nothing. */
export async function startSession(event: Asking, person: string): Promise<void> {
  const auth = await authFor(event);
  const { headers } = await auth.api.startSession({
    body: { person },
    headers: event.request.headers,
    returnHeaders: true,
  });
  giveCookies(event, headers);
}

export async function endSession(event: Pick<RequestEvent, 'request' | 'cookies' | 'url'>): Promise<void> {
  const auth = await authFor(event);
  const { headers } = await auth.api.signOut({ headers: event.request.headers, returnHeaders: true });
  giveCookies(event, headers);
}
