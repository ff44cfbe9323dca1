import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requireFreshAccount } from '#server/accounts/fresh-session.ts';
import { leaveBrowser } from '#server/accounts/leave-browser.ts';
import { SESSION_COOKIES } from '#server/accounts/session-cookies.ts';
import { formText } from '#server/http/form-text.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { sayAccountRefusal } from '#ui/messages/own-account.fr.ts';
import { eraseAccount, TYPED_TO_ERASE } from '#use-cases/accounts/own-account.ts';

export const load: PageServerLoad = async (event) => {
  const { email } = await requireFreshAccount(event);
  return { email, word: TYPED_TO_ERASE };
};

export const actions: Actions = {
  default: async (event) => {
    const { person } = await requireFreshAccount(event);
    const typed = formText(await event.request.formData(), 'mot', 100);
    const { db } = await runtime();
    const erased = await eraseAccount(storesOn(db), person, { person: person.id, typed }, new Date());
    if (!erased.ok) return fail(400, { typed, problem: sayAccountRefusal(erased.refusal) });
    leaveBrowser(event.setHeaders);
    for (const name of SESSION_COOKIES) event.cookies.delete(name, { path: '/' });
    redirect(303, '/connexion?efface');
  },
};
