import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { ASK_WHY, sayManyRefusal } from '#ui/messages/plan-bulk.fr.ts';
import { viewHref } from '#ui/plan/frame.ts';
import { ALL_FOUND, ASKED_FOR, BACK_TO, chosenIn, manyTyped, readMany, type ManyTyped } from '#ui/plan/many-form.ts';
import { linesShown, type LineShown } from '#ui/plan/many-shown.ts';
import { rowsShown } from '#ui/plan/rows-shown.ts';
import { readView } from '#ui/plan/view-asked.ts';
import {
  changeManyActions,
  seeManyChanges,
  type CannotChangeMany,
  type CannotSeeMany,
} from '#use-cases/plans/change-many-actions.ts';
import { knownWorkshop, type Workshop } from '../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, plan, frame } = await knownWorkshop(event);
  // Nothing to show before something was chosen.
  if (event.request.method === 'GET') redirect(303, viewHref(frame, 'table'));
  return { frame, axes: await stores.workingPlans.axes(plan.id) };
};

export const actions: Actions = {
  voir: async (event) => {
    const { workshop, form, back } = await enter(event);
    return await seen(workshop, { typed: manyTyped(form), actions: await chosen(workshop, form), back });
  },
  confirmer: async (event) => {
    const { workshop, form, back } = await enter(event);
    const { stores, person, plan, now } = workshop;
    const typed = manyTyped(form);
    const actions = await chosen(workshop, form);
    const read = readMany(typed);
    if (read.kind !== 'change') return await seen(workshop, { typed, actions, back });
    const { patch, lead } = read;
    const done = await changeManyActions(stores, person, { plan: plan.id, actions, patch, lead }, now);
    if (done.ok) redirect(303, withChanged(back, done.value.changed));
    // What is kept now, with its versions: one reads it again before one confirms.
    return await seen(workshop, { typed, actions, back, refusal: done.refusal });
  },
};

async function enter(event: RequestEvent) {
  const workshop = await knownWorkshop(event);
  const form = await event.request.formData();
  const said = formText(form, BACK_TO, 4000);
  const { base } = workshop.frame;
  const back = said.startsWith(`${base}/`) && !/[\\\p{Cc}]/u.test(said) ? said : viewHref(workshop.frame, 'table');
  return { workshop, form, back };
}

/** The lines ticked, or all that the view asked for finds, as they are now. */
async function chosen({ stores, plan, today }: Workshop, form: FormData) {
  if (form.get(ALL_FOUND) !== 'oui') return chosenIn(form);
  const asked = readView(new URLSearchParams(formText(form, ASKED_FOR, 4000)));
  const rows = rowsShown(await stores.workingPlans.overview(plan.id), asked, today);
  return rows.map(({ id, version }) => ({ action: id, version }));
}

type Asked = {
  readonly typed: ManyTyped;
  readonly actions: readonly { readonly action: number; readonly version: number }[];
  readonly back: string;
  readonly refusal?: CannotChangeMany | CannotSeeMany;
};

/** What the page shows: who is chosen, what would change, what is wrong. */
async function seen({ stores, person, plan }: Workshop, { typed, actions, back, refusal }: Asked) {
  const overview = await stores.workingPlans.overview(plan.id);
  const rows = new Map(overview.rows.map((row) => [row.id, row]));
  const there = actions.filter(({ action }) => rows.has(action));
  const read = readMany(typed);
  const patch = read.kind === 'change' ? read.patch : {};
  const lead = read.kind === 'change' ? read.lead : null;
  const shown = {
    typed,
    back,
    chosen: there.map(({ action }) => ({ id: action, version: rows.get(action)?.version ?? 1 })),
    field: read.kind === 'wrong' ? read.field : null,
    lines: null as readonly LineShown[] | null,
    problem: refusal === undefined ? null : sayManyRefusal(refusal),
    note: null as string | null,
  };
  if (there.length === 0) return fail(400, { ...shown, problem: sayManyRefusal({ kind: 'no-action-chosen' }) });
  if (read.kind === 'wrong') return fail(400, { ...shown, problem: read.problem });
  if (read.kind === 'nothing') return shown;
  const { blocked = null } = patch.status ?? {};
  // Come from a column of the board: one is asked before one is told that something is missing.
  if (refusal === undefined && blocked?.why === '' && blocked.unblocks === '') return { ...shown, note: ASK_WHY };
  const lines = await seeManyChanges(stores, person, { plan: plan.id, actions: there, patch, lead });
  if (!lines.ok) {
    if (lines.refusal.kind === 'unknown-plan') error(404);
    return fail(lines.refusal.kind === 'plan-not-now' ? 409 : 400, {
      ...shown,
      problem: sayManyRefusal(lines.refusal),
    });
  }
  const { axes } = overview;
  const told = {
    ...shown,
    lines: linesShown(lines.value, { axes, rows: overview.rows, patch, lead: lead?.name ?? '' }),
  };
  return refusal === undefined ? told : fail(409, told);
}

function withChanged(back: string, changed: number): string {
  const url = new URL(back, 'https://here.invalid');
  url.searchParams.set('fait', String(changed));
  return url.pathname + url.search;
}
