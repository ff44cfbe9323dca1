import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { accountOf } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { givePass } from '#server/http/participation.ts';
import { secondsToWaitForCode } from '#server/http/proof-allowance.ts';
import { consultationAddress } from '#ui/consultation/consultation-address.ts';
import { consultationStatus, sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { askToTakePart, takePartWithAccount } from '#use-cases/consultation/take-part.ts';
import { consultationAsked, headOf } from '../../consultation-asked.ts';

export const load: PageServerLoad = async (event) => {
  const asked = await consultationAsked(event);
  return { head: headOf(asked), signedIn: (await accountOf(event)) !== null };
};

export const actions: Actions = {
  code: async (event) => {
    const { stores, consultation, now } = await consultationAsked(event);
    const email = formText(await event.request.formData(), 'email', 300);
    const wait = secondsToWaitForCode(event.getClientAddress());
    if (wait > 0) return fail(429, { email, problem: tooManyAskings(wait) });
    const request = { consultation: consultation.id, email };
    const asked = await askToTakePart(stores, { kind: 'anyone' }, request, now);
    if (asked.ok) redirect(303, `${consultationAddress(consultation.id)}/participer/${asked.value.proof}`);
    return fail(consultationStatus(asked.refusal), { email, problem: sayConsultationRefusal(asked.refusal) });
  },
  compte: async (event) => {
    const { stores, consultation, now } = await consultationAsked(event);
    const account = (await accountOf(event)) ?? error(403, sayConsultationRefusal({ kind: 'not-taking-part' }));
    const request = { consultation: consultation.id, email: account.email };
    const taken = await takePartWithAccount(stores, account.person, request, now);
    if (!taken.ok)
      return fail(consultationStatus(taken.refusal), { email: '', problem: sayConsultationRefusal(taken.refusal) });
    givePass(event, consultation.id, taken.value.token);
    redirect(303, `${consultationAddress(consultation.id)}?${taken.value.before ? 'deja' : 'participe'}`);
  },
};
