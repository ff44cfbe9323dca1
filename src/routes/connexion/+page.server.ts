import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { isSignedIn } from '#server/accounts/fresh-session.ts';
import { signInContext } from '#server/accounts/sign-in-context.ts';
import { secondsToWaitForCode } from '#server/http/proof-allowance.ts';
import { sameSitePath } from '#server/http/same-site-path.ts';
import { formText } from '#server/http/form-text.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { ERASED, SIGN_IN_AGAIN, SIGN_IN_FIRST, SIGNED_OUT } from '#ui/messages/accounts.fr.ts';
import { sayProofRefusal, tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { askToSignIn } from '#use-cases/accounts/sign-in.ts';
import { LINK_PATH, nextOf } from './after.ts';

export const load: PageServerLoad = async (event) => {
  const next = nextOf(event.url);
  const { searchParams } = event.url;
  const again = searchParams.has('encore');
  if (await isSignedIn(event, { again })) redirect(303, next);
  return {
    next,
    ...(await signInContext(event)),
    said: searchParams.has('efface') ? ERASED : searchParams.has('sorti') ? SIGNED_OUT : again ? SIGN_IN_AGAIN : null,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const email = formText(form, 'email', 300);
    const next = sameSitePath(formText(form, 'vers'), '/compte');
    const wait = secondsToWaitForCode(event.getClientAddress());
    if (wait > 0) return fail(429, { email, problem: tooManyAskings(wait) });
    const { db } = await runtime();
    const asked = { email, next, linkUnder: LINK_PATH };
    const outcome = await askToSignIn(storesOn(db), { kind: 'anyone' }, asked, new Date());
    if (outcome.ok) redirect(303, `/connexion/code/${outcome.value.proof}`);
    const { refusal } = outcome;
    if (refusal.kind === 'not-allowed') return fail(403, { email, problem: SIGN_IN_FIRST });
    return fail(refusal.kind === 'too-many-codes' ? 429 : 400, { email, problem: sayProofRefusal(refusal) });
  },
};
