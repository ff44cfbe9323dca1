import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { readFileOf } from '#server/plans/read-file.ts';
import { sayAskRefusal } from '#ui/messages/plan-news.fr.ts';
import { sayPlanRefusal, statusOfPlanRefusal } from '#ui/messages/plan-refusals.fr.ts';
import { FILE_REFUSED, FILE_TOO_BIG } from '#ui/messages/workshop-sheet.fr.ts';
import { showNews } from '#use-cases/plan-news/show-news.ts';
import { seeNextVersion } from '#use-cases/plans/prepare-version.ts';
import { publishPlan } from '#use-cases/plans/publish-plan.ts';
import { recordAdoption } from '#use-cases/plans/record-adoption.ts';
import { knownWorkshop } from '../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, person, plan, state, place, frame, today } = await knownWorkshop(event);
  const next = await seeNextVersion(stores, person, { plan: plan.id });
  if (!next.ok) error(404);
  const { content, difference, news, obstacles, leftOut } = next.value;
  return {
    plan,
    state,
    place,
    frame,
    today,
    // Its actions alone: the page counts them.
    content: { ...content, actions: content.actions.map(({ id, newsAt, sheet }) => ({ id, newsAt, sheet })) },
    difference,
    news,
    obstacles: obstacles.map(sayPlanRefusal),
    leftOut,
    versions: await stores.planVersions.of(plan.id),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  publier: async (event) => {
    const { stores, person, plan, frame, now } = await knownWorkshop(event);
    const form = await event.request.formData();
    const note = formText(form, 'mot', 10_000);
    const seen = Number(formText(form, 'vu', 9)) || 0;
    const published = await publishPlan(stores, person, { plan: plan.id, note, seen }, now);
    if (published.ok) redirect(303, `${frame.base}/publier?fait=publie`);
    const { refusal } = published;
    return fail(statusOfPlanRefusal(refusal), { note, problem: sayPlanRefusal(refusal), adoption: null });
  },
  garder: async (event) => {
    const { stores, person, plan, frame, now } = await knownWorkshop(event);
    const form = await event.request.formData();
    const news = Number(formText(form, 'nouvelle', 9)) || 0;
    const kept = await showNews(stores, person, { plan: plan.id, news, hidden: true }, now);
    if (kept.ok) redirect(303, `${frame.base}/publier?fait=cachee#nouvelles`);
    const problem = sayAskRefusal(kept.refusal);
    return fail(kept.refusal.kind === 'plan-not-now' ? 409 : 404, { note: '', problem, adoption: null });
  },
  adopter: async (event) => {
    const { stores, person, plan, frame, now } = await knownWorkshop(event);
    const form = await event.request.formData();
    const typed = {
      number: Number(formText(form, 'version', 9)) || 0,
      adoptedOn: formText(form, 'jour', 20),
      deliberation: formText(form, 'deliberation', 2000),
    };
    const file = await readFileOf(form, 'fichier');
    if (!file.ok && file.refusal.kind !== 'file-missing') {
      const problem = file.refusal.kind === 'file-too-big' ? FILE_TOO_BIG : FILE_REFUSED;
      return fail(400, { note: '', problem: null, adoption: { ...typed, problem } });
    }
    const request = { plan: plan.id, ...typed, file: file.ok ? file.value : null };
    const recorded = await recordAdoption(stores, person, request, now);
    if (recorded.ok) redirect(303, `${frame.base}/publier?fait=adopte#version-${typed.number}`);
    const { refusal } = recorded;
    const adoption = { ...typed, problem: sayPlanRefusal(refusal) };
    return fail(statusOfPlanRefusal(refusal), { note: '', problem: null, adoption });
  },
};
