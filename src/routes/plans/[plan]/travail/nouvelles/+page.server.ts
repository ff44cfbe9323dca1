import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { RHYTHMS } from '#domain/plan/action-news.ts';
import { formText } from '#server/http/form-text.ts';
import { chosenIn } from '#ui/plan/many-form.ts';
import { sayAskRefusal } from '#ui/messages/plan-news.fr.ts';
import { askNews, type Asked } from '#use-cases/plan-news/ask-news.ts';
import { seePlanNews } from '#use-cases/plan-news/see-plan-news.ts';
import { setNewsRhythm, showNews } from '#use-cases/plan-news/show-news.ts';
import { knownWorkshop } from '../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, person, plan, place, frame } = await knownWorkshop(event);
  const seen = await seePlanNews(stores, person, { plan: plan.id });
  if (!seen.ok) error(404);
  const { setting, leads, news, toReassign } = seen.value;
  return { frame, place, setting, leads, news, toReassign, done: event.url.searchParams.get('fait') };
};

export const actions: Actions = {
  demander: async (event) => {
    const { stores, person, plan } = await enter(event);
    const form = await event.request.formData();
    const words = formText(form, 'mots', 5000);
    // From the table of the plan: those that are ticked there.
    const actions = form.get('choisies') === 'oui' ? chosenIn(form).map(({ action }) => action) : null;
    const request = { plan, entry: numberIn(form, 'pilote'), actions, words };
    const asked = await askNews(stores, person, request, new Date());
    if (!asked.ok) return refused(asked.refusal, words);
    return { asked: asked.value satisfies Asked, problem: null, words: '' };
  },
  regler: async (event) => {
    const { stores, person, plan } = await enter(event);
    const form = await event.request.formData();
    const everyMonths = RHYTHMS.find((months) => String(months) === formText(form, 'rythme', 2)) ?? error(400);
    const set = await setNewsRhythm(
      stores,
      person,
      { plan, everyMonths, atOnce: form.get('aussitot') === 'oui' },
      new Date(),
    );
    if (!set.ok) return refused(set.refusal, '');
    redirect(303, `${event.url.pathname}?fait=reglages`);
  },
  garder: async (event) => {
    const { stores, person, plan } = await enter(event);
    const form = await event.request.formData();
    const hidden = form.get('montrer') !== 'oui';
    const shown = await showNews(stores, person, { plan, news: numberIn(form, 'nouvelle') ?? 0, hidden }, new Date());
    if (!shown.ok) return refused(shown.refusal, '');
    redirect(303, `${event.url.pathname}?fait=${hidden ? 'cachee' : 'montree'}#recues`);
  },
};

async function enter(event: RequestEvent) {
  const { stores, person, plan } = await knownWorkshop(event);
  return { stores, person, plan: plan.id };
}

function numberIn(form: FormData, name: string): number | null {
  const digits = /^\d{1,9}$/.exec(formText(form, name, 12))?.[0];
  return digits === undefined ? null : Number(digits);
}

function refused(refusal: Parameters<typeof sayAskRefusal>[0], words: string) {
  if (refusal.kind === 'unknown-plan') error(404);
  return fail(refusal.kind === 'plan-not-now' ? 409 : 400, { asked: null, problem: sayAskRefusal(refusal), words });
}
