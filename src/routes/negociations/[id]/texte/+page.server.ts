import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { SIDES } from '#domain/signature/side.ts';
import { textOf } from '#ui/negotiation/answer-form.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { unmetWords } from '#ui/messages/negotiation.fr.ts';
import { sayNegotiationRefusal } from '#ui/messages/negotiation-refusals.fr.ts';
import { changesOfAddendum } from '#use-cases/negotiation/changes-of-addendum.ts';
import { sayYes, takeYesBack } from '#use-cases/negotiation/say-yes.ts';
import { textToFreeze } from '#use-cases/negotiation/text-to-freeze.ts';
import { forThem } from '../answer-actions.ts';
import { comerOf, enterPage, hiddenWhenUnknown, statusOf } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { frame, may, stores, negotiation, edition, known } = await enterPage(event);
  const { text, fingerprint, unmet, leftOut } = textToFreeze(negotiation, { edition, known });
  const [yeses, kept] = await Promise.all([
    stores.negotiations.yeses(negotiation.id),
    stores.agreedTexts.ofNegotiation(negotiation.id),
  ]);
  const titleOf = (number: number): string =>
    heading(edition.measures.find((one) => one.number === number)?.title ?? '');
  return {
    frame,
    // Frozen, it is the kept text that counts.
    text: kept?.text ?? { ...text, code: '', frozenOn: '' },
    frozen: kept === null ? null : { sha256: kept.sha256, code: kept.text.code },
    changes: await changesOfAddendum(stores, kept?.text ?? text),
    fingerprint,
    unmet: unmet.map((why) => ({
      words: unmetWords(why, titleOf),
      measure: why.kind === 'level-half-agreed' ? why.measure : null,
    })),
    leftOut: {
      principles: leftOut.principles,
      measures: leftOut.measures.map(({ number, levels }) => ({ number, levels, title: titleOf(number) })),
      localMeasures: leftOut.localMeasures,
    },
    yeses: SIDES.map((side) => {
      const yes = yeses.find((said) => said.side === side);
      return {
        side,
        at: yes?.at ?? null,
        reported: yes?.origin === 'reported',
        forThis: yes?.fingerprint === fingerprint,
      };
    }),
    mayDecide: frame.forCounterpart ? negotiation.state === 'under-way' : may('say-yes-to-text'),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  oui: async (event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const request = { negotiation: id, fingerprint: textOf(form, 'fingerprint'), forCounterpart: forThem(form) };
    const said = await sayYes(stores, actor, request, new Date());
    if (said.ok) {
      redirect(303, said.value.code === null ? `${event.url.pathname}?fait=oui` : `/textes/${said.value.code}`);
    }
    hiddenWhenUnknown(said.refusal);
    return fail(statusOf(said.refusal), { at: 'decider', problem: sayNegotiationRefusal(said.refusal) });
  },
  retirer: async (event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const taken = await takeYesBack(stores, actor, { negotiation: id, forCounterpart: forThem(form) }, new Date());
    if (taken.ok) redirect(303, `${event.url.pathname}?fait=retire`);
    hiddenWhenUnknown(taken.refusal);
    return fail(statusOf(taken.refusal), { at: 'decider', problem: sayNegotiationRefusal(taken.refusal) });
  },
};
