import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import type { Person } from '#domain/access/gate.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { sendingIn } from '#server/http/sending.ts';
import { runtime } from '#server/runtime.ts';
import { placeRef } from '#server/storage/places.ts';
import { plansToTakeUp } from '#server/storage/read-plans.ts';
import { storesOn } from '#server/stores.ts';
import { sayPlanRefusal, statusOfPlanRefusal } from '#ui/messages/plan-refusals.fr.ts';
import { createPlan } from '#use-cases/plans/create-plan.ts';
import { takeUpPlan } from '#use-cases/plans/take-up-plan.ts';

/** Plans of the places whose agent or elected official one is: to work on, to take up, to begin. */
export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const { db } = await runtime();
  const stores = storesOn(db);
  const places = await Promise.all(
    placesOf(person).map(async (code) => ({
      key: codeOf(code),
      place: await placeRef(db, code),
      plans: await stores.workingPlans.ofPlace(code),
      toTakeUp: await plansToTakeUp(db, code),
    })),
  );
  return {
    places: places.flatMap(({ place, ...held }) => (place === null ? [] : [{ ...held, place }])),
    asked: event.url.searchParams.get('lieu'),
  };
};

export const actions: Actions = {
  creer: async (event) => {
    const { stores, person, form } = await enter(event);
    const typed = {
      place: formText(form, 'lieu', 12),
      title: formText(form, 'titre', 5000),
      introduction: formText(form, 'introduction', 100_000),
    };
    const place = placesOf(person).find((held) => codeOf(held) === typed.place);
    const at = place ?? ({ kind: 'municipality', code: typed.place } as const);
    const request = { ...typed, place: at, sending: sendingIn(form) };
    const created = await createPlan(stores, person, request, new Date());
    if (created.ok) redirect(303, `/plans/${created.value.plan}/travail?fait=cree`);
    return fail(statusOfPlanRefusal(created.refusal), { typed, problem: sayPlanRefusal(created.refusal) });
  },
  reprendre: async (event) => {
    const { stores, person, form } = await enter(event);
    const plan = Number(formText(form, 'plan', 9)) || 0;
    const taken = await takeUpPlan(stores, person, { plan }, new Date());
    if (taken.ok) redirect(303, `/plans/${taken.value.plan}/travail?fait=repris`);
    const typed = { place: '', title: '', introduction: '' };
    return fail(statusOfPlanRefusal(taken.refusal), { typed, problem: sayPlanRefusal(taken.refusal) });
  },
};

async function enter(event: RequestEvent) {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const { db } = await runtime();
  return { stores: storesOn(db), person, form: await event.request.formData() };
}

/** Each once, even of somebody who is both an agent and elected there. */
function placesOf(person: Person): readonly PlaceCode[] {
  const places = new Map<string, PlaceCode>();
  for (const holding of person.holds) {
    if (holding.role !== 'municipal-agent' && holding.role !== 'elected-official') continue;
    places.set(`${holding.place.kind} ${codeOf(holding.place)}`, holding.place);
  }
  return [...places.values()];
}
