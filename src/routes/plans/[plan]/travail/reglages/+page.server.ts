import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { sayPlanRefusal, statusOfPlanRefusal } from '#ui/messages/plan-refusals.fr.ts';
import { changePlan, putPlanAway } from '#use-cases/plans/change-plan.ts';
import { knownWorkshop } from '../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { plan, state, place, frame } = await knownWorkshop(event);
  return { plan, state, place, frame, done: event.url.searchParams.get('fait') };
};

export const actions: Actions = {
  enregistrer: async (event) => {
    const { stores, person, plan, frame, now } = await knownWorkshop(event);
    const form = await event.request.formData();
    const typed = { title: formText(form, 'titre', 5000), introduction: formText(form, 'introduction', 100_000) };
    const version = Number(formText(form, 'version', 9)) || 0;
    const changed = await changePlan(stores, person, { plan: plan.id, version, ...typed }, now);
    if (changed.ok) redirect(303, `${frame.base}/reglages?fait=${changed.value.changed ? 'enregistre' : 'rien'}`);
    const { refusal } = changed;
    const moved = refusal.kind === 'plan-edited-meanwhile' ? refusal : null;
    return fail(statusOfPlanRefusal(refusal), {
      typed,
      version: moved?.version ?? version,
      theirs: moved?.theirs ?? null,
      problem: sayPlanRefusal(refusal),
    });
  },
  ranger: (event) => put(event, true),
  ressortir: (event) => put(event, false),
};

async function put(event: RequestEvent, away: boolean) {
  const { stores, person, plan, frame, now } = await knownWorkshop(event);
  const done = await putPlanAway(stores, person, { plan: plan.id, away }, now);
  if (done.ok) redirect(303, `${frame.base}/reglages?fait=${away ? 'range' : 'ressorti'}`);
  return fail(statusOfPlanRefusal(done.refusal), {
    typed: { title: plan.title, introduction: plan.introduction },
    version: plan.version,
    theirs: null,
    problem: sayPlanRefusal(done.refusal),
  });
}
