import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { editionById } from '#server/charters.ts';
import { sendingIn } from '#server/http/sending.ts';
import { formText } from '#server/http/form-text.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { sayTieRefusal } from '#ui/messages/plan-links.fr.ts';
import { makeActionOfPromise, type CannotMakeAction } from '#use-cases/plan-links/make-action-of-promise.ts';
import { seePlanLinks, type PromiseWithActions } from '#use-cases/plan-links/see-plan-links.ts';
import { dismissSuggestion, tieCommitment, untieCommitment } from '#use-cases/plan-links/tie-commitment.ts';
import { knownWorkshop } from '../known-workshop.ts';

/** Actions shown at once; more would make a long page heavy. */
const ACTIONS_SHOWN = 100;

export const load: PageServerLoad = async (event) => {
  const { stores, person, plan, place, frame } = await knownWorkshop(event);
  const seen = await seePlanLinks(stores, person, { plan: plan.id });
  if (!seen.ok) error(404);
  const asked = event.url.searchParams;
  const shown = ({ promise, words, ...rest }: PromiseWithActions) => {
    const line = commitmentLine(place, editionById(promise.edition), promise);
    return { ...rest, ...line, id: `engagement-${promise.edition}-${promise.item}`, parts: words.parts };
  };
  const promises = seen.value.promises.map(shown);
  const { unlinked } = seen.value;
  const all = asked.get('toutes') === 'oui';
  return {
    frame,
    place,
    promises,
    actions: seen.value.actions,
    unlinked: all ? unlinked : unlinked.slice(0, ACTIONS_SHOWN),
    unlinkedCount: unlinked.length,
    chosen: seen.value.actions.find(({ id }) => String(id) === asked.get('action')) ?? null,
    done: asked.get('fait'),
    made: asked.get('cree'),
  };
};

export const actions: Actions = {
  relier: async (event) => {
    const { stores, person, plan, form } = await enter(event);
    const link = linkIn(form);
    const typed = formText(form, 'numero', 20).trim();
    const { rows } = link.action === 0 ? await stores.workingPlans.overview(plan) : { rows: [] };
    const named = rows.find(({ number }) => number === typed)?.id ?? 0;
    const action = link.action === 0 ? named : link.action;
    if (action === 0) return refused(link, typed, { kind: 'no-such-number', number: typed });
    const tied = await tieCommitment(stores, person, { plan, ...link, action }, new Date());
    if (!tied.ok) return refused(link, typed, tied.refusal);
    redirect(303, back(event, tied.value.already ? 'deja' : 'relie', link));
  },
  delier: async (event) => {
    const { stores, person, plan, form } = await enter(event);
    const link = linkIn(form);
    const untied = await untieCommitment(stores, person, { plan, ...link }, new Date());
    if (!untied.ok) return refused(link, '', untied.refusal);
    redirect(303, back(event, 'delie', link));
  },
  ecarter: async (event) => {
    const { stores, person, plan, form } = await enter(event);
    const link = linkIn(form);
    const takeBack = form.get('reprendre') === 'oui';
    const dismissed = await dismissSuggestion(stores, person, { plan, ...link, takeBack }, new Date());
    if (!dismissed.ok) return refused(link, '', dismissed.refusal);
    redirect(303, back(event, takeBack ? 'repris' : 'ecarte', link));
  },
  creer: async (event) => {
    const { stores, person, plan, form } = await enter(event);
    const link = linkIn(form);
    const request = { plan, edition: link.edition, item: link.item, sending: sendingIn(form) };
    const made = await makeActionOfPromise(stores, person, request, new Date());
    if (!made.ok) return refused(link, '', made.refusal);
    redirect(303, back(event, 'cree', link).replace('#', `&cree=${encodeURIComponent(made.value.number)}#`));
  },
};

async function enter(event: RequestEvent) {
  const { stores, person, plan } = await knownWorkshop(event);
  return { stores, person, plan: plan.id, form: await event.request.formData() };
}

/** `engagement`: an edition, a blank, an item: one value of a list. */
function linkIn(form: FormData) {
  const [edition = '', item = ''] = formText(form, 'engagement', 100).split(' ');
  return { action: Number(/^\d{1,9}$/.exec(formText(form, 'action', 12))?.[0] ?? 0), edition, item };
}

function back(event: RequestEvent, done: string, { edition, item }: { edition: string; item: string }): string {
  const place = encodeURIComponent(`engagement-${edition}-${item}`);
  return `${event.url.pathname}?fait=${done}#${place}`;
}

function refused(
  { edition, item }: { edition: string; item: string },
  typed: string,
  refusal: CannotMakeAction | { readonly kind: 'no-such-number'; readonly number: string },
) {
  const status = refusal.kind === 'unknown-plan' ? 404 : refusal.kind === 'plan-not-now' ? 409 : 400;
  return fail(status, { problem: sayTieRefusal(refusal), at: `engagement-${edition}-${item}`, typed });
}
