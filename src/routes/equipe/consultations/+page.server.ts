import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { phaseOf } from '#domain/consultation/consultation.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { allConsultations, draftsToConsult } from '#server/storage/consultations.ts';
import { idIn } from '#ui/addresses.ts';
import { consultationStatus, sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { announceConsultation } from '#use-cases/consultation/announce-consultation.ts';
import { announcedIn } from './announced-in.ts';
import { enterDesk } from './desk.ts';

export const load: PageServerLoad = async (event) => {
  const { db, of, coordinates } = await enterDesk(event);
  const [consultations, drafts] = await Promise.all([
    allConsultations(db, of),
    draftsToConsult(db, { national: of === null, collectives: coordinates }),
  ]);
  const now = new Date();
  return {
    ofTeam: of === null,
    draft: idIn(event.url.searchParams.get('projet') ?? ''),
    drafts,
    consultations: consultations.map((one) => ({ id: one.id, title: one.title, phase: phaseOf(one, now) })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, stores } = await enterDesk(event);
    const form = await event.request.formData();
    const typed = announcedIn(form);
    const draft = idIn(formText(form, 'projet', 12)) ?? 0;
    const request = { ...typed, draft, sending: sendingIn(form) };
    const announced = await announceConsultation(stores, person, request, new Date());
    if (announced.ok) redirect(303, `/equipe/consultations/${announced.value.id}`);
    const problem = sayConsultationRefusal(announced.refusal);
    return fail(consultationStatus(announced.refusal), { ...typed, draft, problem });
  },
};
