/** Leaves for the service that vouches for people. A link, not a form: our policy lets forms go nowhere else. */
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { AWAY_MINUTES, beginAway } from '#server/accounts/openid.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { AWAY_COOKIE, nextOf, redirectUriOf } from '../after.ts';

export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  const { config } = await runtime();
  const provider = config.identityProvider;
  if (provider === null) error(404);
  const away = beginAway(provider, {
    redirectUri: redirectUriOf(config, event.url),
    next: nextOf(event.url),
    now: new Date(),
  });
  event.cookies.set(AWAY_COOKIE, away.cookie, {
    path: '/connexion',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: AWAY_MINUTES * 60,
  });
  // Not Kit's `redirect`, which leads within this site alone.
  return new Response(null, { status: 302, headers: { location: away.location } });
};
