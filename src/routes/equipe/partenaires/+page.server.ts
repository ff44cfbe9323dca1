import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { organisationRows } from '#server/storage/partner-pages.ts';
import { idIn } from '#ui/addresses.ts';
import { DONE } from '#ui/messages/partners-forms.fr.ts';
import { refusedForm } from '#ui/partners/refused.ts';
import { endPartnership } from '#use-cases/partners/end-partnership.ts';
import { addRepresentative } from '#use-cases/partners/representatives.ts';
import { enterTeam } from '../team.ts';

export const load: PageServerLoad = async (event) => {
  const { db } = await enterTeam(event, 'see-partner-requests');
  const after = idIn(event.url.searchParams.get('apres') ?? '') ?? 0;
  const { rows, next } = await organisationRows(db, { after, limit: 50, state: 'partner-accepted' });
  return {
    partners: rows.map(({ id, name }) => ({ id, name })),
    next,
    said: event.url.searchParams.has('fait') ? DONE : null,
  };
};

export const actions: Actions = {
  terminer: async (event) => {
    const { person, stores } = await enterTeam(event, 'see-partner-requests');
    const form = await event.request.formData();
    const organisation = idIn(formText(form, 'organisation', 12)) ?? error(404);
    const reason = formText(form, 'motif', 4000);
    const done = await endPartnership(stores, person, { organisation, reason }, new Date());
    if (done.ok) redirect(303, '/equipe/partenaires?fait=oui');
    return fail(400, { ending: organisation, typed: { reason }, ...refusedForm(done.refusal, organisation) });
  },
  nommer: async (event) => {
    const { person, stores } = await enterTeam(event, 'see-partner-requests');
    const form = await event.request.formData();
    const organisation = idIn(formText(form, 'organisation', 12)) ?? error(404);
    const typed = { email: formText(form, 'adresse', 300), quality: formText(form, 'qualite', 500) };
    const done = await addRepresentative(stores, person, { ...typed, organisation }, new Date());
    if (done.ok) redirect(303, '/equipe/partenaires?fait=oui');
    return fail(400, { naming: organisation, typed, ...refusedForm(done.refusal, organisation) });
  },
};
