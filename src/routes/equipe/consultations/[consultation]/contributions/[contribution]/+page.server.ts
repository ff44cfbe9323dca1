import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { consultedName } from '#domain/consultation/consulted-name.ts';
import { editionById } from '#server/charters.ts';
import { formText } from '#server/http/form-text.ts';
import { consultedMeasures } from '#server/storage/consultations.ts';
import { contributionShown } from '#server/storage/contribution-pages.ts';
import { idIn } from '#ui/addresses.ts';
import { consultationStatus, sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { answerContribution } from '#use-cases/consultation/answer-contribution.ts';
import { hideContribution, showContribution } from '#use-cases/consultation/moderate-consultation.ts';
import { enterDeskOf } from '../../../desk.ts';

export const load: PageServerLoad = async (event) => {
  const { db, stores, consultation, runs, of } = await enter(event);
  const [contribution, consulted, now] = await Promise.all([
    contributionShown(db, { consultation: of.consultation, id: of.contribution, all: true }),
    consultedMeasures(db, of.consultation),
    stores.consultations.draft(consultation.draft),
  ]);
  if (contribution === null) error(404);
  const all = [...consulted.filter(({ part }) => part === null), ...(now?.measures ?? [])];
  const measures = new Map(all.map((measure) => [measure.id, measure]));
  return {
    consultation: { id: consultation.id, title: consultation.title },
    contribution,
    runs,
    measures: Array.from(measures.values(), (measure) => ({
      id: measure.id,
      name: consultedName(measure, editionById),
    })),
    said: ['repondu', 'masquee', 'montree'].find((name) => event.url.searchParams.has(name)) ?? null,
  };
};

export const actions: Actions = {
  repondre: async (event) => {
    const { stores, person, of } = await enter(event);
    const form = await event.request.formData();
    const answered = {
      answer: formText(form, 'reponse', 20),
      words: formText(form, 'texte', 20_000),
      measure: idIn(formText(form, 'mesure', 12)),
    };
    const request = { ...of, ...answered, answers: answersIn(form) };
    const done = await answerContribution(stores, person, request, new Date());
    if (done.ok) redirect(303, `${event.url.pathname}?repondu`);
    const problem = sayConsultationRefusal(done.refusal);
    return fail(consultationStatus(done.refusal), { answered, reason: '', problem });
  },
  masquer: (event) => moderate(event, hideContribution, 'masquee'),
  montrer: (event) => moderate(event, showContribution, 'montree'),
};

async function moderate(
  event: Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'params'>,
  act: typeof hideContribution,
  said: string,
) {
  const { stores, person, of } = await enter(event);
  const reason = formText(await event.request.formData(), 'raison', 20_000);
  const done = await act(stores, person, { ...of, reason }, new Date());
  if (done.ok) redirect(303, `${event.url.pathname}?${said}`);
  const problem = sayConsultationRefusal(done.refusal);
  return fail(consultationStatus(done.refusal), { answered: null, reason, problem });
}

/** A form that does not say what it has read has read nothing. */
function answersIn(form: FormData): number {
  return idIn(formText(form, 'reponses', 12)) ?? 0;
}

async function enter(event: Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'params'>) {
  const entered = await enterDeskOf(event);
  const contribution = idIn(event.params.contribution) ?? error(404);
  return { ...entered, of: { consultation: entered.consultation.id, contribution } };
}
