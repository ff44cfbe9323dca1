import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { idIn } from '#ui/addresses.ts';
import { entryFrom, entryTyped, typedEntry } from '#ui/collectives/agenda-form.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { BAD_TIME } from '#ui/messages/collectives/space.fr.ts';
import { cancelAnnounced, changeAnnounced } from '#use-cases/collectives/write-agenda.ts';
import { actInSpace, enterSpace } from '../../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, id, space } = await enterSpace(event);
  const entry = await stores.agenda.find(id, idIn(event.params.entry) ?? error(404));
  if (entry === null || entry.cancelledAt !== null) error(404);
  return { space, revision: entry.revision, typed: entryTyped(entry) };
};

export const actions: Actions = {
  change: async (event) => {
    const { stores, person, id } = await actInSpace(event);
    const form = await event.request.formData();
    const typed = typedEntry(form);
    const number = idIn(event.params.entry) ?? error(404);
    const zone = (await stores.agenda.find(id, number))?.zone ?? error(404);
    const words = entryFrom(typed, zone);
    if (words === null) return fail(400, { typed, field: 'day', problem: BAD_TIME });
    const change = { ...words, collective: id, entry: number, revision: Number(form.get('revision')) };
    const changed = await changeAnnounced(stores, person, change, new Date());
    if (changed.ok) redirect(303, back(id));
    const { refusal } = changed;
    if (refusal.kind === 'unknown-collective' || refusal.kind === 'unknown-entry') error(404);
    const field = 'field' in refusal ? refusal.field : 'day';
    return fail(statusOf(refusal), { typed, field, problem: sayCollectiveRefusal(refusal) });
  },
  cancel: async (event) => {
    const { stores, person, id } = await actInSpace(event);
    const entry = idIn(event.params.entry) ?? error(404);
    const cancelled = await cancelAnnounced(stores, person, { collective: id, entry }, new Date());
    if (!cancelled.ok) error(404);
    redirect(303, back(id));
  },
};

function back(id: number): string {
  return `/collectifs/${String(id)}/espace/agenda?fait`;
}
