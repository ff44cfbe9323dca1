import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { entryFrom, NO_ENTRY, typedEntry } from '#ui/collectives/agenda-form.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { BAD_TIME } from '#ui/messages/collectives/space.fr.ts';
import { announce } from '#use-cases/collectives/write-agenda.ts';
import { actInSpace, enterSpace } from '../enter.ts';
import { zoneHere } from './zone-here.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, id, space } = await enterSpace(event);
  return {
    space,
    saved: event.url.searchParams.has('fait'),
    entries: await stores.agenda.of(id, new Date()),
    typed: NO_ENTRY,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { stores, person, id } = await actInSpace(event);
    const typed = typedEntry(await event.request.formData());
    const words = entryFrom(typed, await zoneHere(stores, id));
    if (words === null) return fail(400, { typed, field: 'day', problem: BAD_TIME });
    const announced = await announce(stores, person, { ...words, collective: id }, new Date());
    if (announced.ok) redirect(303, `${event.url.pathname}?fait`);
    const { refusal } = announced;
    if (refusal.kind === 'unknown-collective') error(404);
    const field = 'field' in refusal ? refusal.field : 'day';
    return fail(statusOf(refusal), { typed, field, problem: sayCollectiveRefusal(refusal) });
  },
};
