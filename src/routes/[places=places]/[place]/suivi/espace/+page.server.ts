import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { isToldBy } from '#domain/events/follow-up-event.ts';
import { sendingIn } from '#server/http/sending.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { eventsSeenBy } from '#server/storage/follow-up-events.ts';
import { lettersOf, questionsOf } from '#server/storage/follow-up-questions.ts';
import { eventLines } from '#ui/events/event-line.ts';
import { questionLine } from '#ui/events/question-line.ts';
import { sayEventRefusal, statusOf, type EventRefusal } from '#ui/messages/events/refusals.fr.ts';
import { askedAfter, pageAfter } from '#ui/paging/page-after.ts';
import { answerQuestion, askQuestion, dropQuestion } from '#use-cases/events/ask-question.ts';
import { enterSide, openSide } from '../../follow-up-place.ts';

export const load: PageServerLoad = async (event) => {
  const { db, place, code, address, teller, voice, collective, list, today, stores } = await openSide(event);
  const [events, questions, letters, promises, pact] = await Promise.all([
    eventsSeenBy(db, code, teller),
    questionsOf(db, code, { open: true }),
    collective === null ? [] : lettersOf(db, code, collective.id),
    promiseLines(db, place),
    stores.committees.hasPact(code),
  ]);
  const lines = eventLines(events, { today, place: place.kind, promise: promises.of });
  const told = new Set(events.flatMap((one) => (isToldBy(one, teller) ? [one.id] : [])));
  // A list tells its events; it asks and answers no question in the name of a side.
  const isAskedHere = (question: (typeof questions)[number]): boolean =>
    list === null && question.askedAs === voice && question.collective === (collective?.id ?? null);
  const seen = questions.filter((question) => question.visibility === 'public' || isAskedHere(question));
  const own = pageAfter(
    lines.filter(({ id }) => told.has(id)),
    { after: askedAfter(event.url, 'apres') },
  );
  return {
    ...{ place, address, voice, today, pact },
    collective: collective?.name ?? null,
    list: list?.name ?? null,
    saved: event.url.searchParams.get('fait'),
    own: own.shown,
    next: own.next,
    isFirst: own.isFirst,
    received: lines.filter(({ id, kind, withdrawn }) => kind === 'letter' && !told.has(id) && withdrawn === null),
    questions: seen.map((question) => ({
      ...questionLine(question, { place: place.kind, promise: promises.of }),
      mayDrop: question.askedAs === 'committee' || isAskedHere(question),
    })),
    letters: letters.map(({ id, content, changedAt, event: sent }) => ({
      ...{ id, changedAt, sent },
      subject: content.subject,
    })),
    promises: promises.all,
  };
};

export const actions: Actions = {
  poser: async (event) => {
    const { stores, person, code } = await enterSide(event);
    const form = await event.request.formData();
    const typed = { words: formText(form, 'words', 4000), item: formText(form, 'item', 20) };
    const visibility = form.get('isPublic') === 'oui' ? 'public' : 'private';
    const request = {
      place: code,
      words: typed.words,
      item: typed.item === '' ? null : typed.item,
      visibility,
      sending: sendingIn(form),
    } as const;
    const asked = await askQuestion(stores, person, request, new Date());
    if (asked.ok) redirect(303, `${event.url.pathname}?fait=question#q${asked.value.id}`);
    return refused(asked.refusal, { at: 'poser', ...typed, isPublic: visibility === 'public' });
  },
  repondre: async (event) => {
    const { stores, person, code } = await enterSide(event);
    const form = await event.request.formData();
    const question = Number(formText(form, 'question', 10));
    const words = formText(form, 'words', 20_000);
    const answered = await answerQuestion(stores, person, { place: code, question, words }, new Date());
    if (answered.ok) redirect(303, `${event.url.pathname}?fait=reponse`);
    return refused(answered.refusal, { at: `repondre-${question}`, words });
  },
  retirer: async (event) => {
    const { stores, person, code } = await enterSide(event);
    const question = Number(formText(await event.request.formData(), 'question', 10));
    const dropped = await dropQuestion(stores, person, { place: code, question }, new Date());
    if (dropped.ok) redirect(303, `${event.url.pathname}?fait=retiree`);
    return refused(dropped.refusal, { at: `retirer-${question}` });
  },
};

function refused(
  refusal: EventRefusal,
  typed: { readonly at: string; readonly words?: string; readonly item?: string; readonly isPublic?: boolean },
) {
  if (refusal.kind === 'unknown-question') error(404, sayEventRefusal(refusal));
  return fail(statusOf(refusal), { words: '', item: '', isPublic: true, ...typed, problem: sayEventRefusal(refusal) });
}
