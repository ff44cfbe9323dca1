import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { phaseOf } from '#domain/consultation/consultation.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { consultationLines, draftsToConsult } from '#server/storage/consultation-lists.ts';
import { idIn } from '#ui/addresses.ts';
import { consultationStatus, sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { askedAfter, olderIn } from '#ui/paging/page-after.ts';
import { announceConsultation } from '#use-cases/consultation/announce-consultation.ts';
import { announcedIn } from './announced-in.ts';
import { enterDesk } from './desk.ts';

/** To the national team: the country's, then those of collectives, which it moderates. To a coordinator: their own. */
export const load: PageServerLoad = async (event) => {
  const { db, of, coordinates } = await enterDesk(event);
  const { url } = event;
  const draft = askedAfter(url, 'projet');
  const [own, others, drafts] = await Promise.all([
    consultationLines(db, { of: of ?? 'country', before: askedAfter(url, 'avant') }),
    of === null ? consultationLines(db, { of: 'collectives', before: askedAfter(url, 'locales') }) : null,
    draftsToConsult(
      db,
      { national: of === null, collectives: coordinates },
      { before: askedAfter(url, 'projets'), asked: draft },
    ),
  ]);
  const now = new Date();
  const shown = ({ consultations, next }: typeof own, name: string) => ({
    consultations: consultations.map((one) => ({
      id: one.id,
      title: one.title,
      collective: one.collective,
      phase: phaseOf(one, now),
    })),
    older: olderIn(url, name, next),
  });
  return {
    ofTeam: of === null,
    draft,
    drafts: drafts.drafts,
    olderDrafts: olderIn(url, 'projets', drafts.next),
    own: shown(own, 'avant'),
    others: others === null ? null : shown(others, 'locales'),
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
