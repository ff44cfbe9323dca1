import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { GOALS } from '#domain/plan/indicator.ts';
import { editionById } from '#server/charters.ts';
import { sendingIn } from '#server/http/sending.ts';
import { formText } from '#server/http/form-text.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { offerWords } from '#ui/messages/indicators.fr.ts';
import { sayIndicatorRefusal } from '#ui/messages/indicator-forms.fr.ts';
import { keyOf, seeIndicators } from '#use-cases/indicators/see-indicators.ts';
import { addIndicator } from '#use-cases/indicators/write-indicator.ts';
import { knownWorkshop, workshopAddress } from '../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, person, plan, place, frame } = await knownWorkshop(event);
  const seen = await seeIndicators(stores, person, { plan: plan.id });
  const { indicators, offers } = seen.ok ? seen.value : { indicators: [], offers: [] };
  return {
    frame,
    place,
    indicators,
    offers: offers.map((offer) => ({
      offer,
      key: keyOf(offer),
      words: offerWords(offer.counted),
      promise: commitmentLine(place, editionById(offer.edition), {
        edition: offer.edition,
        item: `m${offer.measure}`,
        local: null,
      }),
    })),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  creer: async (event) => {
    const { stores, person, plan } = await knownWorkshop(event);
    const form = await event.request.formData();
    const words = wordsIn(form);
    const request = { plan: plan.id, words, offered: null, sending: sendingIn(form) };
    const added = await addIndicator(stores, person, request, new Date());
    if (!added.ok) {
      const field =
        'field' in added.refusal ? added.refusal.field : added.refusal.kind === 'no-unit' ? 'unit' : 'title';
      return fail(400, { typed: words, problem: sayIndicatorRefusal(added.refusal), field });
    }
    redirect(303, `${workshopAddress(plan.id)}/indicateurs/${added.value.indicator}?fait=cree`);
  },
  prendre: async (event) => {
    const { stores, person, plan } = await knownWorkshop(event);
    const form = await event.request.formData();
    const key = formText(form, 'offre', 2000);
    const seen = await seeIndicators(stores, person, { plan: plan.id });
    const offer = seen.ok ? seen.value.offers.find((one) => keyOf(one) === key) : undefined;
    if (offer === undefined) {
      return fail(409, { typed: null, problem: sayIndicatorRefusal({ kind: 'unknown-offer' }), field: null });
    }
    const { edition, measure, level, clause, quote, signed, goal, counted } = offer;
    const target = offer.target === null ? null : ({ kind: 'target', territory: '', ...offer.target } as const);
    const words = { ...offerWords(counted), source: '', description: '', goal };
    const offered = { edition, measure, level, clause, quote, signed, target };
    const request = { plan: plan.id, words, offered, sending: sendingIn(form) };
    const added = await addIndicator(stores, person, request, new Date());
    if (!added.ok) return fail(400, { typed: null, problem: sayIndicatorRefusal(added.refusal), field: null });
    redirect(303, `${workshopAddress(plan.id)}/indicateurs/${added.value.indicator}?fait=cree`);
  },
};

function wordsIn(form: FormData) {
  return {
    title: formText(form, 'titre', 1000),
    unit: formText(form, 'unite', 200),
    source: formText(form, 'source', 1000),
    description: formText(form, 'description', 5000),
    goal: GOALS.find((goal) => goal === formText(form, 'sens', 20)) ?? null,
  };
}
