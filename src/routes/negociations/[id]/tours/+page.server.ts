import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { textOf } from '#ui/negotiation/answer-form.ts';
import { sayNegotiationRefusal } from '#ui/messages/negotiation-refusals.fr.ts';
import { sendRound } from '#use-cases/negotiation/send-round.ts';
import { forThem } from '../answer-actions.ts';
import { comerOf, enterPage, hiddenWhenUnknown, statusOf } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { frame, may, stores, negotiation } = await enterPage(event);
  return {
    frame,
    rounds: await stores.negotiations.rounds(negotiation.id),
    maySend: frame.forCounterpart ? negotiation.state === 'under-way' : may('send-round'),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const words = textOf(form, 'words');
    const sent = await sendRound(stores, actor, { negotiation: id, words, forCounterpart: forThem(form) }, new Date());
    if (sent.ok)
      redirect(303, `${event.url.pathname}?${forThem(form) ? 'pour=autre&' : ''}fait=tour-${sent.value.number}`);
    hiddenWhenUnknown(sent.refusal);
    return fail(statusOf(sent.refusal), { at: 'message', problem: sayNegotiationRefusal(sent.refusal), words });
  },
};
