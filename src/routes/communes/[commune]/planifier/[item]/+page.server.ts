import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { promiseWords } from '#domain/plan/place-promise.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { editionById } from '#server/charters.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { placeHolding, placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { municipalityCodeIn } from '#ui/addresses.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { sayTieRefusal } from '#ui/messages/plan-links.fr.ts';
import { makeActionOfPromise } from '#use-cases/plan-links/make-action-of-promise.ts';
import { enterPlan } from '#use-cases/plans/enter-plan.ts';

/** From a promise, its town hall makes an action in one click; which plan, when it has several. */
export const load: PageServerLoad = async (event) => {
  const { place, plans, promise } = await enter(event);
  const edition = editionById(promise.edition);
  return {
    place,
    promise: commitmentLine(place, edition, promise),
    parts: promiseWords(promise, edition).parts,
    plans: plans.map(({ id, title }) => ({ id, title })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { stores, person, promise } = await enter(event);
    const plan = Number(/^\d{1,9}$/.exec(formText(await event.request.formData(), 'plan', 12))?.[0] ?? 0);
    const { edition, item } = promise;
    const made = await makeActionOfPromise(stores, person, { plan, edition, item }, new Date());
    if (!made.ok) {
      if (made.refusal.kind === 'unknown-plan') error(404);
      return fail(made.refusal.kind === 'plan-not-now' ? 409 : 400, { problem: sayTieRefusal(made.refusal) });
    }
    redirect(303, `/plans/${plan}/travail/actions/${made.value.action}`);
  },
};

/** 404 for a promise that nobody made there, and for whoever works on no plan of the place. */
async function enter(event: RequestEvent) {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const code = municipalityCodeIn(event.params['commune'] ?? '') ?? error(404);
  const { db } = await runtime();
  const stores = storesOn(db);
  // A commune that merged since: its holder's town hall plans its promises.
  const place = (await placeRef(db, { kind: 'municipality', code })) ?? (await placeHolding(db, code)) ?? error(404);
  const edition = event.url.searchParams.get('charte') ?? '';
  const promises = await stores.planLinks.promises(place);
  const promise = promises.find((one) => one.edition === edition && one.item === event.params['item']) ?? error(404);
  const all = await stores.workingPlans.ofPlace(place);
  const entered = await Promise.all(
    all.map(async (plan) => await enterPlan(stores, person, { act: 'change-actions', plan: plan.id, lock: false })),
  );
  const plans = entered.flatMap((one) => (one.ok ? [one.value.plan] : []));
  const isTownHall = person.holds.some(
    (held) =>
      'place' in held &&
      held.place.kind === 'municipality' &&
      place.kind === 'municipality' &&
      held.place.code === place.code,
  );
  if (!isTownHall) error(404);
  return { stores, person, place, plans, promise };
}
