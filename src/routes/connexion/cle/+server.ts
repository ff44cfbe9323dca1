/** Signing in with a passkey: what to ask of the device, then what it answered. */
import type { RequestHandler } from './$types';
import { passkeyStep } from '#server/accounts/passkeys.ts';
import { secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { keepPrivate } from '#server/http/private-page.ts';

export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  if (secondsToWaitToTryCode(event.getClientAddress()) > 0) return Response.json({ done: false }, { status: 429 });
  return await passkeyStep(event, 'sign-in-options');
};

export const POST: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  return await passkeyStep(event, 'sign-in');
};
