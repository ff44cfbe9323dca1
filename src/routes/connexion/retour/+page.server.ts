/**
 * Back from the service that vouches for people: straight in, or a code to prove the address the first time. Nothing is shown
 * here but refusals.
 */
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { endAway } from '#server/accounts/openid.ts';
import { secondsToWaitForCode } from '#server/http/proof-allowance.ts';
import { tellOperator } from '#server/operator-log.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { PROVIDER_FAILED, PROVIDER_WITHOUT_ADDRESS, SIGN_IN_FIRST } from '#ui/messages/accounts.fr.ts';
import { sayProofRefusal, tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { askToSignIn, signInByLogin } from '#use-cases/accounts/sign-in.ts';
import { AWAY_COOKIE, goOn, LINK_PATH, redirectUriOf } from '../after.ts';

export const load: PageServerLoad = async (event) => {
  const { config, db } = await runtime();
  const provider = config.identityProvider;
  if (provider === null) error(404);
  const now = new Date();
  const cookie = event.cookies.get(AWAY_COOKIE);
  event.cookies.delete(AWAY_COOKIE, { path: '/connexion' });
  const back = await endAway(provider, {
    redirectUri: redirectUriOf(config, event.url),
    query: event.url.searchParams,
    cookie,
    now,
  });
  if (!back.ok) {
    if (back.refusal.kind === 'service-failed') tellOperator(`${provider.issuer}: ${back.refusal.why}`);
    error(back.refusal.kind === 'service-failed' ? 502 : 400, PROVIDER_FAILED);
  }
  const { login, email, next } = back.value;
  const stores = storesOn(db);
  const known = await signInByLogin(stores, { kind: 'anyone' }, { login, next });
  if (known.ok) return await goOn(event, known.value);
  if (email === null) error(400, PROVIDER_WITHOUT_ADDRESS);
  const wait = secondsToWaitForCode(event.getClientAddress());
  if (wait > 0) error(429, tooManyAskings(wait));
  const asked = await askToSignIn(stores, { kind: 'anyone' }, { email, next, login, linkUnder: LINK_PATH }, now);
  if (asked.ok) redirect(303, `/connexion/code/${asked.value.proof}?premiere`);
  error(400, asked.refusal.kind === 'not-allowed' ? SIGN_IN_FIRST : sayProofRefusal(asked.refusal));
};
