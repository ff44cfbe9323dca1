import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { tooManyReports } from '#server/follow-up/too-many-reports.ts';
import { formText } from '#server/http/form-text.ts';
import { contributionShown } from '#server/storage/contribution-pages.ts';
import { idIn } from '#ui/addresses.ts';
import { consultationStatus, sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { TOO_MANY_REPORTS } from '#ui/messages/follow-up-refusals.fr.ts';
import { reportContribution } from '#use-cases/consultation/moderate-consultation.ts';
import { consultationAsked, headOf } from '../../../../consultation-asked.ts';

export const load: PageServerLoad = async (event) => {
  const asked = await consultationAsked(event);
  const of = { consultation: asked.consultation.id, id: idIn(event.params.contribution) ?? error(404) };
  const { id, kind, spot, title, measure, state } = (await contributionShown(asked.db, of)) ?? error(404);
  if (state !== 'shown') error(404);
  return {
    head: headOf(asked),
    contribution: { id, kind, spot, title, measure },
    sent: event.url.searchParams.has('signale'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { stores, consultation, now } = await consultationAsked(event);
    const reason = formText(await event.request.formData(), 'motif', 20_000);
    if (tooManyReports(event)) return fail(429, { problem: TOO_MANY_REPORTS, reason });
    const contribution = idIn(event.params.contribution) ?? error(404);
    const request = { consultation: consultation.id, contribution, reason };
    const reported = await reportContribution(stores, { kind: 'anyone' }, request, now);
    if (reported.ok) redirect(303, `${event.url.pathname}?signale`);
    return fail(consultationStatus(reported.refusal), { problem: sayConsultationRefusal(reported.refusal), reason });
  },
};
