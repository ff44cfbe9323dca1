/** The link of a mail. Opening it does nothing, since programs open links too: the button signs in. */
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { sayProofRefusal, tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import type { CannotUseLink } from '#use-cases/proofs/proof-refusals.ts';
import { SIGN_IN, signInByLink } from '#use-cases/accounts/sign-in.ts';
import { goOn, notEntered } from '../../after.ts';

export const load: PageServerLoad = async ({ params }) => {
  const { db } = await runtime();
  const tried = await storesOn(db).proofs.tryLink({ link: params.link, purpose: SIGN_IN }, new Date());
  if (!tried.ok) notOpened(tried.refusal);
  return { email: tried.value.email };
};

export const actions: Actions = {
  default: async (event) => {
    const wait = secondsToWaitToTryCode(event.getClientAddress());
    if (wait > 0) error(429, tooManyAskings(wait));
    const { db } = await runtime();
    const asked = { link: event.params.link };
    const outcome = await signInByLink(storesOn(db), { kind: 'anyone' }, asked, new Date());
    if (outcome.ok) return await goOn(event, outcome.value);
    const { refusal } = outcome;
    if (refusal.kind === 'not-allowed' || refusal.kind === 'login-of-another') notEntered(refusal);
    return notOpened(refusal);
  },
};

function notOpened(refusal: CannotUseLink): never {
  error(refusal.kind === 'unknown-link' ? 404 : 410, sayProofRefusal(refusal));
}
