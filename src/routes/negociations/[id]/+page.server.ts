import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { textOf } from '#ui/negotiation/answer-form.ts';
import { filterIn, measureRows } from '#ui/negotiation/overview.ts';
import { sayNegotiationRefusal, type NegotiationRefusal } from '#ui/messages/negotiation-refusals.fr.ts';
import { answerRequest } from '#use-cases/negotiation/answer-request.ts';
import { askCounterpart } from '#use-cases/negotiation/ask-counterpart.ts';
import { endNegotiation } from '#use-cases/negotiation/end-negotiation.ts';
import { answerActions, forThem } from './answer-actions.ts';
import { comerOf, enterPage, hiddenWhenUnknown, statusOf } from './enter.ts';

export const load: PageServerLoad = async (event) => {
  const { negotiation, edition, known, frame, may, stores } = await enterPage(event);
  const filter = filterIn(event.url.searchParams.get('etat'));
  const { askedAt, startedAt, declined, ended, frozenAt, startingPoint, toldAt } = negotiation;
  const [text, comments] = await Promise.all([
    stores.agreedTexts.ofNegotiation(negotiation.id),
    stores.negotiations.comments(negotiation.id),
  ]);
  return {
    frame,
    filter,
    ...measureRows(edition, { words: known.words, frame, filter }),
    dates: { askedAt, startedAt, frozenAt, toldAt },
    // Why it was declined is for the two sides; who ended it too.
    declined,
    ended,
    start: startingPoint.kind,
    code: text?.text.code ?? null,
    before: negotiation.addendumTo?.code ?? null,
    comments: comments.filter(({ measure }) => measure === null),
    may: {
      ask: may('ask-counterpart'),
      decide: frame.forCounterpart ? negotiation.state === 'asked' : may('answer-request'),
      end: may('end-negotiation'),
      comment: may('comment-negotiation'),
    },
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  ...answerActions,
  demander: async (event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const email = textOf(form, 'email');
    const how = textOf(form, 'how') === 'in-person' ? 'in-person' : 'mail';
    const asked = await askCounterpart(stores, actor, { negotiation: id, how, email }, new Date());
    if (!asked.ok) return refusedBy(asked.refusal, { at: 'demander', words: email });
    redirect(303, `/negociations/${id}?fait=demande`);
  },
  accepter: async (event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const request = { negotiation: id, answer: 'accept', reason: '', forCounterpart: forThem(form) } as const;
    const answered = await answerRequest(stores, actor, request, new Date());
    if (!answered.ok) return refusedBy(answered.refusal, { at: 'repondre-a-la-demande', words: '' });
    redirect(303, `/negociations/${id}?${forThem(form) ? 'pour=autre&' : ''}fait=acceptee`);
  },
  decliner: async (event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const reason = textOf(form, 'reason');
    const request = { negotiation: id, answer: 'decline', reason, forCounterpart: forThem(form) } as const;
    const answered = await answerRequest(stores, actor, request, new Date());
    if (!answered.ok) return refusedBy(answered.refusal, { at: 'decliner', words: reason });
    redirect(303, `/negociations/${id}?fait=declinee`);
  },
  arreter: async (event) => {
    const { id, stores, actor } = await comerOf(event);
    const reason = textOf(await event.request.formData(), 'reason');
    const ended = await endNegotiation(stores, actor, { negotiation: id, reason }, new Date());
    if (!ended.ok) return refusedBy(ended.refusal, { at: 'arreter', words: reason });
    redirect(303, `/negociations/${id}?fait=arretee`);
  },
};

function refusedBy(refusal: NegotiationRefusal, { at, words }: { readonly at: string; readonly words: string }) {
  hiddenWhenUnknown(refusal);
  const problem = sayNegotiationRefusal(refusal);
  return fail(statusOf(refusal), { at, problem, words, typed: null, stale: null });
}
