import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { codeStep } from '#server/http/code-step.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { sayFollowRefusal, statusOf } from '#ui/messages/deadlines/refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { confirmFollowing, purposeFor } from '#use-cases/deadlines/follow-deadlines.ts';
import { followUpPlace } from '../../../follow-up-place.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { place, code, address } = await followUpPlace(event);
  return { step: await codeStep(event, { proof: event.params.proof, purpose: purposeFor(code) }), place, address };
};

export const actions: Actions = {
  default: async (event) => {
    const wait = secondsToWaitToTryCode(event.getClientAddress());
    if (wait > 0) return fail(429, { problem: tooManyAskings(wait) });
    const typed = formText(await event.request.formData(), 'code', 20);
    const { stores, code, address } = await followUpPlace(event);
    const request = { place: code, proof: event.params.proof, code: typed };
    const followed = await confirmFollowing(stores, { kind: 'anyone' }, request, new Date());
    if (followed.ok) redirect(303, `${address}/echeances/suivre?note=${followed.value.added ? 'oui' : 'deja'}`);
    const { refusal } = followed;
    if (refusal.kind === 'unknown-proof') error(404, sayFollowRefusal(refusal));
    return fail(statusOf(refusal), { problem: sayFollowRefusal(refusal) });
  },
};
