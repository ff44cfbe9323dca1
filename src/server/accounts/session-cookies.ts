/** The cookies that better-auth answers, given to the browser in Kit's way. */
import type { RequestEvent } from '@sveltejs/kit';
import { parseSetCookieHeader } from 'better-auth/cookies';

/** Names of the cookie of a session, by http and by https. */
export const SESSION_COOKIES = ['parole.session_token', '__Secure-parole.session_token'] as const;

export function giveCookies(event: Pick<RequestEvent, 'cookies'>, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    for (const [name, attributes] of parseSetCookieHeader(line)) {
      const maxAge = attributes['max-age'];
      event.cookies.set(name, attributes.value, {
        path: attributes.path ?? '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: attributes.secure ?? false,
        ...(maxAge === undefined ? {} : { maxAge }),
      });
    }
  }
}
