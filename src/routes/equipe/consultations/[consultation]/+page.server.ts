import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { phaseOf } from '#domain/consultation/consultation.ts';
import type { Result } from '#domain/shared/result.ts';
import { formText } from '#server/http/form-text.ts';
import { consultationFigures } from '#server/storage/consultation-pages.ts';
import { contributionsShown } from '#server/storage/contribution-pages.ts';
import { idIn } from '#ui/addresses.ts';
import {
  consultationStatus,
  sayConsultationRefusal,
  type ConsultationRefusal,
} from '#ui/messages/consultation-refusals.fr.ts';
import { askedAfter } from '#ui/paging/page-after.ts';
import {
  cancelConsultation,
  changeConsultation,
  type ConsultationAsked,
} from '#use-cases/consultation/announce-consultation.ts';
import { countConsultation } from '#use-cases/consultation/count-consultation.ts';
import {
  leaveContribution,
  seeBursts,
  seeReportsOf,
  withdrawBurst,
} from '#use-cases/consultation/moderate-consultation.ts';
import { announcedIn } from '../announced-in.ts';
import { enterDeskOf } from '../desk.ts';

export const load: PageServerLoad = async (event) => {
  const { db, stores, person, consultation, runs, id } = await enter(event);
  const after = askedAfter(event.url, 'apres');
  const [bursts, reports, waiting, figures] = await Promise.all([
    seeBursts(stores, person, { consultation: id }),
    seeReportsOf(stores, person, id),
    contributionsShown(db, { consultation: id, unanswered: true, ...(after === null ? {} : { after }) }),
    consultationFigures(db, id),
  ]);
  const { title, words, opensOn, closesOn } = consultation;
  return {
    id,
    runs,
    typed: { title, words, opensOn, closesOn },
    phase: phaseOf(consultation, new Date()),
    bursts: bursts.ok
      ? bursts.value.map(({ domain, from, participations }) => ({
          domain,
          from,
          participations: participations.length,
        }))
      : [],
    reports: reports.ok ? reports.value : [],
    waiting,
    isAnswered: figures.answered > 0,
    said: ['change', 'compte', 'retire', 'garde'].find((name) => event.url.searchParams.has(name)) ?? null,
  };
};

export const actions: Actions = {
  changer: async (event) => {
    const { stores, person, id } = await enter(event);
    const typed = announcedIn(await event.request.formData());
    const changed = await changeConsultation(stores, person, { ...typed, consultation: id }, new Date());
    return answered(event, changed, '?change', { typed });
  },
  annuler: async (event) => {
    const { stores, person, id } = await enter(event);
    const reason = formText(await event.request.formData(), 'raison', 20_000);
    const cancelled = await cancelConsultation(stores, person, { consultation: id, reason }, new Date());
    return answered(event, cancelled, '', { reason: { of: '', words: reason } });
  },
  compter: async (event) => {
    const { stores, person, id } = await enter(event);
    return answered(event, await countConsultation(stores, person, { consultation: id }, new Date()), '?compte');
  },
  retirer: async (event) => {
    const { stores, person, id } = await enter(event);
    const form = await event.request.formData();
    const [domain, reason] = [formText(form, 'domaine', 300), formText(form, 'raison', 20_000)];
    const from = new Date(formText(form, 'depuis', 40));
    const request = { consultation: id, domain, from, reason };
    const withdrawn = await withdrawBurst(stores, person, request, new Date());
    return answered(event, withdrawn, '?retire', { reason: { of: domain, words: reason } });
  },
  garder: async (event) => {
    const { stores, person, id } = await enter(event);
    const report = idIn(formText(await event.request.formData(), 'report', 12)) ?? 0;
    const left = await leaveContribution(stores, person, { consultation: id, report }, new Date());
    return answered(event, left, '?garde#signalements');
  },
};

/** What comes back of a form that is refused. `of`: the domain of a burst; '' : of cancelling. */
type Refused = {
  readonly typed?: ConsultationAsked | null;
  readonly reason?: { readonly of: string; readonly words: string } | null;
};

async function enter(event: Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'params'>) {
  const entered = await enterDeskOf(event);
  return { ...entered, id: entered.consultation.id };
}

function answered(
  { url }: Pick<RequestEvent, 'url'>,
  outcome: Result<unknown, ConsultationRefusal>,
  said: string,
  { typed = null, reason = null }: Refused = {},
) {
  if (outcome.ok) redirect(303, `${url.pathname}${said}`);
  return fail(consultationStatus(outcome.refusal), { typed, reason, problem: sayConsultationRefusal(outcome.refusal) });
}
