import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import type { Result } from '#domain/shared/result.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { sayPlanRefusal, statusOfPlanRefusal, type PlanRefusal } from '#ui/messages/plan-refusals.fr.ts';
import { addAxis, changeAxis, moveAxis, removeAxis } from '#use-cases/plans/axes.ts';
import { moveAction, renumberActions } from '#use-cases/plans/move-action.ts';
import { knownWorkshop, type Workshop } from '../known-workshop.ts';

/** Actions that one page lets move; above, those of one axis. */
const MOST_AT_ONCE = 100;
const MOST_LINES = 300;

export const load: PageServerLoad = async (event) => {
  const { stores, plan, state, place, frame } = await knownWorkshop(event);
  const { axes, rows } = await stores.workingPlans.overview(plan.id);
  const depths = new Map<number, number>();
  for (const { id, parent } of axes) depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  const held = Map.groupBy(rows, ({ axis }) => axis);
  // Past a few actions, those of one axis at a time: each line has its own forms.
  const asked = event.url.searchParams.get('axe');
  const first = rows[0]?.axis ?? null;
  const chosen = asked === null ? first : asked === 'aucun' ? null : numberOrNull(asked);
  const shown = (axis: number | null) => {
    const actions = held.get(axis) ?? [];
    const open = rows.length <= MOST_AT_ONCE || axis === chosen;
    const lines = actions.slice(0, MOST_LINES).map(({ id, number, title }) => ({ id, number, title }));
    return { count: actions.length, actions: open ? lines : null };
  };
  return {
    plan,
    state,
    place,
    frame,
    axes: axes.map((axis) => ({ ...axis, depth: depths.get(axis.id) ?? 0, ...shown(axis.id) })),
    alone: shown(null),
    one: asked,
    parents: axes.flatMap(({ parent }) => (parent === null ? [] : [parent])),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  ajouter: (event) =>
    act(event, 'axe', async ({ stores, person, plan, now }, form) => {
      const words = { ...axisWords(form), sending: sendingIn(form) };
      return await addAxis(stores, person, { plan: plan.id, parent: numberIn(form, 'sous'), ...words }, now);
    }),
  changer: (event) =>
    act(event, 'enregistre', async ({ stores, person, plan, now }, form) => {
      const seen = { number: formText(form, 'vu-numero', 100), title: formText(form, 'vu-titre', 1000) };
      const description = formText(form, 'vu-presentation', 25_000);
      const axis = numberIn(form, 'axe') ?? 0;
      const request = { plan: plan.id, axis, ...axisWords(form), seen: { ...seen, description } };
      return await changeAxis(stores, person, request, now);
    }),
  retirer: (event) =>
    act(event, 'axe-retire', async ({ stores, person, plan, now }, form) =>
      removeAxis(stores, person, { plan: plan.id, axis: numberIn(form, 'axe') ?? 0 }, now),
    ),
  'deplacer-axe': (event) =>
    act(event, 'deplace', async ({ stores, person, plan, now }, form) => {
      const axis = numberIn(form, 'axe') ?? 0;
      const to = stepIn(form) ?? { kind: 'into', parent: numberIn(form, 'sous'), before: null };
      return await moveAxis(stores, person, { plan: plan.id, axis, to }, now);
    }),
  'deplacer-action': (event) =>
    act(event, 'deplace', async ({ stores, person, plan, now }, form) => {
      const action = numberIn(form, 'action') ?? 0;
      const to = stepIn(form) ?? { kind: 'into', axis: numberIn(form, 'sous'), before: numberIn(form, 'avant') };
      return await moveAction(stores, person, { plan: plan.id, action, to }, now);
    }),
  renumeroter: (event) =>
    act(event, 'renumerote', async ({ stores, person, plan, now }) =>
      renumberActions(stores, person, { plan: plan.id }, now),
    ),
};

/** Back to where one was: the line that was moved. */
async function act(
  event: RequestEvent,
  done: string,
  work: (inside: Workshop, form: FormData) => Promise<Result<unknown, PlanRefusal>>,
) {
  const inside = await knownWorkshop(event);
  const form = await event.request.formData();
  const result = await work(inside, form);
  const moved = formText(form, 'action', 12) || formText(form, 'axe', 12);
  const at = formText(form, 'action', 12) === '' ? `axe-${moved}` : `action-${moved}`;
  const shown = event.url.searchParams.get('axe');
  const where = `${inside.frame.base}/axes?fait=${done}${shown === null ? '' : `&axe=${encodeURIComponent(shown)}`}`;
  if (result.ok) redirect(303, `${where}${moved === '' ? '' : `#${at}`}`);
  return fail(statusOfPlanRefusal(result.refusal), {
    problem: sayPlanRefusal(result.refusal),
    at: moved === '' ? 'titre' : at,
    typed: axisWords(form),
  });
}

function axisWords(form: FormData) {
  return {
    number: formText(form, 'numero', 100),
    title: formText(form, 'titre', 5000),
    description: formText(form, 'presentation', 25_000),
  };
}

function numberIn(form: FormData, name: string): number | null {
  return numberOrNull(formText(form, name, 12));
}

function numberOrNull(text: string): number | null {
  const digits = /^[1-9]\d{0,8}$/.exec(text)?.[0];
  return digits === undefined ? null : Number(digits);
}

function stepIn(form: FormData): { readonly kind: 'step'; readonly by: -1 | 1 } | null {
  const way = formText(form, 'sens', 12);
  return way === 'haut' ? { kind: 'step', by: -1 } : way === 'bas' ? { kind: 'step', by: 1 } : null;
}
