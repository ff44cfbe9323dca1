import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { promiseWords } from '#domain/plan/place-promise.ts';
import { requirePerson, type Asking } from '#server/accounts/actor-of.ts';
import { editionById } from '#server/charters.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { sendingIn } from '#server/http/sending.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { sayTieRefusal } from '#ui/messages/plan-links.fr.ts';
import { makeActionOfPromise } from '#use-cases/plan-links/make-action-of-promise.ts';
import { seePlanning } from '#use-cases/plan-links/see-planning.ts';
import { followUpPlace, type PlaceParams } from '../../follow-up-place.ts';

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
    const form = await event.request.formData();
    const plan = Number(/^\d{1,9}$/.exec(formText(form, 'plan', 12))?.[0] ?? 0);
    const { edition, item } = promise;
    const request = { plan, edition, item, sending: sendingIn(form) };
    const made = await makeActionOfPromise(stores, person, request, new Date());
    if (!made.ok) {
      if (made.refusal.kind === 'unknown-plan') error(404);
      return fail(made.refusal.kind === 'plan-not-now' ? 409 : 400, { problem: sayTieRefusal(made.refusal) });
    }
    redirect(303, `/plans/${plan}/travail/actions/${made.value.action}`);
  },
};

/** 404 for a promise that nobody made there, and for whoever works on no plan of the place. */
async function enter(
  event: Asking & Pick<RequestEvent, 'setHeaders'> & { readonly params: PlaceParams & { readonly item: string } },
) {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const { stores, place, code } = await followUpPlace(event);
  const asked = { place: code, edition: event.url.searchParams.get('charte') ?? '', item: event.params.item };
  const planning = (await seePlanning(stores, person, asked)) ?? error(404);
  return { stores, person, place, ...planning };
}
