import { error, fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { codeStep } from '#server/http/code-step.ts';
import { secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { formText } from '#server/http/form-text.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { sayProofRefusal, tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { SIGN_IN, signInByCode } from '#use-cases/accounts/sign-in.ts';
import { goOn, notEntered } from '../../after.ts';

export const load: PageServerLoad = async (event) => {
  const step = await codeStep(event, { proof: event.params.proof, purpose: SIGN_IN });
  const { config } = await runtime();
  const firstTimeWith = event.url.searchParams.has('premiere') ? (config.identityProvider?.name ?? null) : null;
  return { ...step, firstTimeWith };
};

export const actions: Actions = {
  default: async (event) => {
    const wait = secondsToWaitToTryCode(event.getClientAddress());
    if (wait > 0) return fail(429, { problem: tooManyAskings(wait) });
    const code = formText(await event.request.formData(), 'code');
    const { db } = await runtime();
    const asked = { proof: event.params.proof, code };
    const outcome = await signInByCode(storesOn(db), { kind: 'anyone' }, asked, new Date());
    if (outcome.ok) return await goOn(event, outcome.value);
    const { refusal } = outcome;
    if (refusal.kind === 'not-allowed' || refusal.kind === 'login-of-another') notEntered(refusal);
    if (refusal.kind === 'unknown-proof') error(404, sayProofRefusal(refusal));
    return fail(400, { problem: sayProofRefusal(refusal) });
  },
};
