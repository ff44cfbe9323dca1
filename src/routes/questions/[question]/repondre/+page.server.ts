import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass } from '#domain/access/gate.ts';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { storesOn } from '#server/stores.ts';
import { sayCampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import * as words from '#ui/messages/questions.fr.ts';
import { answerQuestion } from '#use-cases/campaign/put-question.ts';
import { knownQuestion } from '../known-question.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const { question } = await knownQuestion(event.params);
  const state = question.answer === null ? 'open-question' : 'answered-question';
  const concerns = {
    places: [{ kind: 'grouping', siren: question.grouping }] as const,
    collectives: [question.collective.id],
  };
  return {
    allowed: pass(person, { act: 'answer-question', state, concerns }).ok,
    back: `/questions/${question.id}`,
    title: words.questionTitle(question.groupingName, question.measure),
    text: question.text,
    today: localDay(new Date(), departmentOf(question.municipality)),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const person = await requirePerson(event);
    const { db, question } = await knownQuestion(event.params);
    const form = await event.request.formData();
    const kind = formText(form, 'reponse', 20);
    if (kind !== 'accepted' && kind !== 'refused') error(400);
    const typed = { answer: kind, on: formText(form, 'jour', 20), text: formText(form, 'mots', 20_000) } as const;
    const today = localDay(new Date(), departmentOf(question.municipality));
    const answered = await answerQuestion(storesOn(db), person, { question: question.id, today, ...typed }, new Date());
    if (answered.ok) redirect(303, `/questions/${question.id}`);
    const { refusal } = answered;
    const status = refusal.kind === 'not-allowed' ? 403 : refusal.kind === 'answered-already' ? 409 : 400;
    return fail(status, { typed, problem: sayCampaignRefusal(refusal) });
  },
};
