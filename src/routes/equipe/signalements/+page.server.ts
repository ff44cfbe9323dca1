import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { sayNegotiationRefusal } from '#ui/messages/negotiation-refusals.fr.ts';
import { reportShown } from '#ui/follow-up/report-shown.ts';
import { textOf, wholeNumber } from '#ui/negotiation/answer-form.ts';
import { leaveContribution, seeContributionReports } from '#use-cases/consultation/moderate-consultation.ts';
import { leaveReported, seeSaidReports } from '#use-cases/follow-up/report-evidence.ts';
import { seeReports, settleReport } from '#use-cases/negotiation/report-words.ts';

export const load: PageServerLoad = async (event) => {
  const person = await requirePerson(event);
  const { db } = await runtime();
  const reports = await seeReports(storesOn(db), person);
  if (!reports.ok) error(404, sayNegotiationRefusal(reports.refusal));
  const said = await seeSaidReports(storesOn(db), person);
  if (!said.ok) error(404, sayNegotiationRefusal(said.refusal));
  const contributions = await seeContributionReports(storesOn(db), person);
  if (!contributions.ok) error(404, sayNegotiationRefusal(contributions.refusal));
  // Who reported is nobody's business here.
  return {
    contributions: contributions.value.map((report) => ({
      ...report,
      words: withHiddenSigns(report.words),
      reason: withHiddenSigns(report.reason),
    })),
    said: said.value.map(reportShown),
    reports: reports.value.map(({ id, words, reason, reportedAt }) => ({ id, words, reason, reportedAt })),
  };
};

export const actions: Actions = {
  mots: async (event) => {
    const person = await requirePerson(event);
    const { db } = await runtime();
    const form = await event.request.formData();
    const report = wholeNumber(form, 'report');
    const outcome = textOf(form, 'outcome') === 'hidden' ? 'hidden' : 'kept';
    const notice = textOf(form, 'notice');
    const settled = await settleReport(storesOn(db), person, { report, outcome, notice }, new Date());
    if (settled.ok) redirect(303, event.url.pathname);
    if (settled.refusal.kind === 'not-allowed') error(404, sayNegotiationRefusal(settled.refusal));
    return fail(400, { report, notice, problem: sayNegotiationRefusal(settled.refusal) });
  },
  garder: async (event) => {
    const person = await requirePerson(event);
    const { db } = await runtime();
    const form = await event.request.formData();
    const request = { consultation: wholeNumber(form, 'consultation'), report: wholeNumber(form, 'report') };
    const left = await leaveContribution(storesOn(db), person, request, new Date());
    // Settled by somebody else meanwhile, or hidden: it waits no more either way.
    if (!left.ok && left.refusal.kind !== 'unknown-report') error(404, sayConsultationRefusal(left.refusal));
    redirect(303, event.url.pathname);
  },
  laisser: async (event) => {
    const person = await requirePerson(event);
    const { db } = await runtime();
    const report = wholeNumber(await event.request.formData(), 'report');
    const left = await leaveReported(storesOn(db), person, { report }, new Date());
    if (!left.ok) error(404, sayNegotiationRefusal(left.refusal));
    redirect(303, event.url.pathname);
  },
};
