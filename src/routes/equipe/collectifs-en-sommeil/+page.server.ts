import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { neighboursOf, sleepingCollectives } from '#server/storage/collectives-to-help.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { proposeTakeover } from '#use-cases/collectives/take-over.ts';
import { enterTeam } from '../team.ts';

export const load: PageServerLoad = async (event) => {
  const { db } = await enterTeam(event, 'see-collectives-to-help');
  const asleep = await sleepingCollectives(db);
  const neighbours = await Promise.all(asleep.map(async ({ id }) => await neighboursOf(db, id)));
  return {
    done: event.url.searchParams.has('fait'),
    asleep: asleep.map((collective, place) => ({ ...collective, neighbours: neighbours[place] ?? [] })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { stores, person } = await enterTeam(event, 'see-collectives-to-help');
    const form = await event.request.formData();
    const collective = Number(formText(form, 'collective', 12)) || 0;
    const neighbour = Number(formText(form, 'neighbour', 12)) || 0;
    const message = formText(form, 'message', 10_000);
    const proposed = await proposeTakeover(stores, person, { collective, neighbour, message }, new Date());
    if (proposed.ok) redirect(303, `${event.url.pathname}?fait`);
    return fail(statusOf(proposed.refusal), {
      collective,
      message,
      problem: sayCollectiveRefusal(proposed.refusal),
    });
  },
};
