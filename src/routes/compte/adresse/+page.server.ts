import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requireFreshAccount } from '#server/accounts/fresh-session.ts';
import { secondsToWaitForCode } from '#server/http/proof-allowance.ts';
import { formText } from '#server/http/form-text.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { sayAccountRefusal } from '#ui/messages/own-account.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { askToChangeEmail } from '#use-cases/accounts/change-account.ts';

export const load: PageServerLoad = async (event) => ({ current: (await requireFreshAccount(event)).email });

export const actions: Actions = {
  default: async (event) => {
    const { person } = await requireFreshAccount(event);
    const email = formText(await event.request.formData(), 'email', 300);
    const wait = secondsToWaitForCode(event.getClientAddress());
    if (wait > 0) return fail(429, { email, problem: tooManyAskings(wait) });
    const { db } = await runtime();
    const asked = await askToChangeEmail(storesOn(db), person, { person: person.id, email }, new Date());
    if (!asked.ok) return fail(400, { email, problem: sayAccountRefusal(asked.refusal) });
    redirect(303, `/compte/adresse/${asked.value.proof}`);
  },
};
