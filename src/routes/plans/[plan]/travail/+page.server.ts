import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { ACTION_STATUSES } from '#domain/plan/action-sheet.ts';
import { ENTRY_KINDS } from '#domain/plan/directory-entry.ts';
import type { PlanRow } from '#domain/plan/plan-row.ts';
import { progressByAxis, progressOf } from '#domain/plan/progress.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { sayPlanRefusal, statusOfPlanRefusal } from '#ui/messages/plan-refusals.fr.ts';
import { treeShown } from '#ui/plan/tree-shown.ts';
import { addAction } from '#use-cases/plans/add-action.ts';
import { knownWorkshop } from './known-workshop.ts';

/** Lines of each list of what is to be looked at; the table has the others. */
const SHOWN = 5;

export const load: PageServerLoad = async (event) => {
  const { stores, plan, state, place, today, frame } = await knownWorkshop(event);
  const [overview, entries] = [await stores.workingPlans.overview(plan.id), await stores.directory.of(plan.place)];
  const { axes, rows } = overview;
  return {
    plan,
    state,
    place,
    frame,
    progress: progressOf(rows, today),
    branches: treeShown(overview, progressByAxis(axes, rows, today)),
    axes,
    names: entries.flatMap(({ name, leftOn }) => (leftOn === null ? [name] : [])),
    toLookAt: toLookAt(rows, today),
    done: event.url.searchParams.get('fait'),
  };
};

function toLookAt(rows: readonly PlanRow[], today: string) {
  const open = rows.filter(({ status }) => status !== 'done' && status !== 'abandoned');
  const leadless = open.filter(({ leads }) => leads.every((lead) => lead.kind !== 'someone' && lead.left));
  const silent = rows.filter(({ status }) => status === null);
  const deadlines = open.flatMap(({ id, number, title, fundings }) =>
    fundings.flatMap(({ deadline, call, state, funder }) =>
      deadline === null || state === 'granted' || state === 'refused' || state === 'asked'
        ? []
        : [{ id, number, title, deadline, call, funder, over: deadline < today }],
    ),
  );
  return {
    leadless: { all: leadless.length, shown: leadless.slice(0, SHOWN) },
    silent: { all: silent.length, shown: silent.slice(0, SHOWN) },
    blocked: open.filter(({ status }) => status === 'blocked').slice(0, SHOWN),
    deadlines: deadlines.toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1)).slice(0, SHOWN),
  };
}

export const actions: Actions = {
  ajouter: async (event) => {
    const { stores, person, plan, frame, now } = await knownWorkshop(event);
    const form = await event.request.formData();
    const typed = {
      title: formText(form, 'titre', 5000),
      status: formText(form, 'statut', 20),
      lead: formText(form, 'pilote', 1000),
      kind: formText(form, 'genre', 20),
      axis: formText(form, 'axe', 12),
    };
    const kind = ENTRY_KINDS.find((known) => known === typed.kind) ?? 'person';
    const lead = typed.lead.trim() === '' ? null : { kind, name: typed.lead, isElected: false, isKindSaid: true };
    const status = ACTION_STATUSES.find((known) => known === typed.status) ?? null;
    const axis = typed.axis === '' ? null : Number(typed.axis) || 0;
    const request = { plan: plan.id, title: typed.title, patch: { status, axis }, lead, sending: sendingIn(form) };
    const added = await addAction(stores, person, request, now);
    if (!added.ok) {
      return fail(statusOfPlanRefusal(added.refusal), { typed, problem: sayPlanRefusal(added.refusal) });
    }
    redirect(303, `${frame.base}/actions/${added.value.action}?fait=ajoutee`);
  },
};
