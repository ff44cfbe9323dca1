import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { refusedForm } from '#ui/partners/refused.ts';
import { askPartnership } from '#use-cases/partners/ask-partnership.ts';
import { signedIn } from '../door.ts';

export const load: PageServerLoad = async (event) => {
  await signedIn(event);
};

export const actions: Actions = {
  default: async (event) => {
    const { person, stores } = await signedIn(event);
    const form = await event.request.formData();
    const typed = {
      name: formText(form, 'organisation', 500),
      website: formText(form, 'site', 500),
      about: formText(form, 'activite', 4000),
      quality: formText(form, 'qualite', 500),
      shownName: formText(form, 'nom', 500),
    };
    const done = await askPartnership(stores, person, { ...typed, sending: sendingIn(form) }, new Date());
    if (done.ok) redirect(303, `/partenaires/${done.value.organisation}/espace?fait=envoyee`);
    return fail(done.refusal.kind === 'organisation-known' ? 409 : 400, {
      ...typed,
      ...refusedForm(done.refusal),
    });
  },
};
