import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { GOALS } from '#domain/plan/indicator.ts';
import { editionById } from '#server/charters.ts';
import { formText } from '#server/http/form-text.ts';
import { idIn } from '#ui/addresses.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { sayIndicatorRefusal } from '#ui/messages/indicator-forms.fr.ts';
import {
  enterFigures,
  previewFigures,
  takeFigureBack,
  type FiguresToEnter,
} from '#use-cases/indicators/enter-figures.ts';
import { changeIndicator, showIndicator, tieIndicator } from '#use-cases/indicators/write-indicator.ts';
import { knownWorkshop, workshopAddress } from '../../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, plan, place, frame, id } = await enter(event);
  const indicator = (await stores.indicators.find({ plan: plan.id, id })) ?? error(404);
  const [{ rows }, promises] = await Promise.all([
    stores.workingPlans.overview(plan.id),
    stores.planLinks.promises(plan.place),
  ]);
  return {
    frame,
    place,
    indicator,
    actions: rows.map(({ id: action, number, title }) => ({ id: action, label: `${number}. ${title}` })),
    promises: promises.map((promise) => commitmentLine(place, editionById(promise.edition), promise)),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  definir: async (event) => {
    const { stores, person, plan, id, form, here } = await entering(event);
    const typed = {
      title: formText(form, 'titre', 1000),
      unit: formText(form, 'unite', 200),
      source: formText(form, 'source', 1000),
      description: formText(form, 'description', 5000),
      goal: GOALS.find((goal) => goal === formText(form, 'sens', 20)) ?? null,
    };
    const request = { plan: plan.id, indicator: id, version: Number(formText(form, 'version', 9)) || 0, words: typed };
    const changed = await changeIndicator(stores, person, request, new Date());
    if (!changed.ok) return refused(changed.refusal, { typed });
    redirect(303, `${here}?fait=definition`);
  },
  voir: async (event) => {
    const { stores, person, plan, id, form } = await entering(event);
    const pasted = formText(form, 'cellules', 250_000);
    const seen = await previewFigures(stores, person, { plan: plan.id, indicator: id, pasted });
    if (!seen.ok) return refused(seen.refusal, { pasted });
    return { ...NOTHING, pasted, preview: seen.value };
  },
  enregistrer: async (event) => {
    const { stores, person, plan, id, form, here } = await entering(event);
    const pasted = formText(form, 'cellules', 250_000);
    const entered = await enterFigures(stores, person, { plan: plan.id, indicator: id, pasted }, new Date());
    if (!entered.ok) return refused(entered.refusal, { pasted });
    redirect(303, `${here}?fait=chiffres#chiffres`);
  },
  chiffre: async (event) => {
    const { stores, person, plan, id, form, here } = await entering(event);
    const value = Number(formText(form, 'chiffre', 9)) || 0;
    const taken = await takeFigureBack(stores, person, { plan: plan.id, indicator: id, value }, new Date());
    if (!taken.ok) return refused(taken.refusal, {});
    redirect(303, `${here}?fait=chiffre#chiffres`);
  },
  lier: async (event) => {
    const { stores, person, plan, id, form, here } = await entering(event);
    const about = form.getAll('action').flatMap((value) => (typeof value === 'string' ? Number(value) || [] : []));
    const commitments = form.getAll('engagement').flatMap((value) => {
      const [edition = '', item = ''] = typeof value === 'string' ? value.split(' ') : [];
      return edition === '' ? [] : [{ edition, item }];
    });
    const request = {
      plan: plan.id,
      indicator: id,
      actions: about.slice(0, 5000),
      commitments: commitments.slice(0, 500),
    };
    const tied = await tieIndicator(stores, person, request, new Date());
    if (!tied.ok) return refused(tied.refusal, {});
    redirect(303, `${here}?fait=liens#concerne`);
  },
  montrer: async (event) => {
    const { stores, person, plan, id, form, here } = await entering(event);
    const what =
      (['show', 'hide', 'remove'] as const).find((known) => known === formText(form, 'quoi', 10)) ?? error(400);
    const shown = await showIndicator(stores, person, { plan: plan.id, indicator: id, what }, new Date());
    if (!shown.ok) return refused(shown.refusal, {});
    if (what === 'remove') redirect(303, `${workshopAddress(plan.id)}/indicateurs?fait=retire`);
    redirect(303, `${here}?fait=${what === 'show' ? 'montre' : 'cache'}`);
  },
};

async function enter(event: RequestEvent) {
  const workshop = await knownWorkshop(event);
  const id = idIn(event.params['indicator'] ?? '') ?? error(404);
  return { ...workshop, id };
}

async function entering(event: RequestEvent) {
  const entered = await enter(event);
  const here = `${workshopAddress(entered.plan.id)}/indicateurs/${entered.id}`;
  return { ...entered, here, form: await event.request.formData() };
}

type Answer = {
  readonly problem: string | null;
  readonly kind: string | null;
  readonly typed: Parameters<typeof changeIndicator>[2]['words'] | null;
  readonly pasted: string | null;
  readonly preview: FiguresToEnter | null;
  readonly faults: FiguresToEnter['faults'];
};
const NOTHING: Answer = { problem: null, kind: null, typed: null, pasted: null, preview: null, faults: [] };

function refused(refusal: Parameters<typeof sayIndicatorRefusal>[0], typed: Partial<Answer>) {
  const status = refusal.kind === 'unknown-indicator' ? 404 : refusal.kind === 'indicator-changed' ? 409 : 400;
  if (status === 404) error(404);
  const faults = refusal.kind === 'figure-faults' ? refusal.faults : [];
  return fail(status, { ...NOTHING, ...typed, faults, kind: refusal.kind, problem: sayIndicatorRefusal(refusal) });
}
