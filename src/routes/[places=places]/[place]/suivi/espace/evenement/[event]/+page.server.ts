import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { isToldBy } from '#domain/events/follow-up-event.ts';
import { formText } from '#server/http/form-text.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { idIn } from '#ui/addresses.ts';
import { eventTyped, eventWords, fixedOf, typedEvent } from '#ui/events/event-form.ts';
import { sayEventRefusal, statusOf, type EventRefusal } from '#ui/messages/events/refusals.fr.ts';
import { changeEvent, withdrawEvent } from '#use-cases/events/write-event.ts';
import { enterSide, openSide } from '../../../../follow-up-place.ts';
import { fieldOf } from '../refused-field.ts';

export const load: PageServerLoad = async (event) => {
  const { db, place, code, address, stores, teller, today } = await openSide(event);
  const id = idIn(event.params.event) ?? error(404);
  const found = await stores.events.find({ place: code, id });
  if (found === null || !isToldBy(found, teller)) error(404);
  if (found.withdrawn !== null) redirect(303, `${address}/suivi/espace#e${id}`);
  const promises = await promiseLines(db, place);
  return {
    ...{ place, address, today },
    promises: promises.all,
    title: found.title,
    revision: found.revision,
    fixed: fixedOf(found),
    typed: eventTyped(found),
  };
};

export const actions: Actions = {
  corriger: async (event) => {
    const { stores, person, teller, code, address } = await enterSide(event);
    const id = idIn(event.params.event) ?? error(404);
    const form = await event.request.formData();
    const found = await stores.events.find({ place: code, id });
    if (found === null || !isToldBy(found, teller)) error(404);
    const typed = typedEvent(form, { given: eventTyped(found), fixed: fixedOf(found) });
    const revision = Number(formText(form, 'revision', 10));
    const changed = await changeEvent(stores, person, { ...eventWords(typed), place: code, id, revision }, new Date());
    if (changed.ok) redirect(303, `${address}/suivi/espace?fait=evenement#e${id}`);
    return refused(changed.refusal, { typed, reason: '' });
  },
  retirer: async (event) => {
    const { stores, person, code, address } = await enterSide(event);
    const id = idIn(event.params.event) ?? error(404);
    const reason = formText(await event.request.formData(), 'reason', 4000);
    const withdrawn = await withdrawEvent(stores, person, { place: code, id, reason }, new Date());
    if (withdrawn.ok) redirect(303, `${address}/suivi/espace?fait=evenement#e${id}`);
    return refused(withdrawn.refusal, { typed: null, reason });
  },
};

function refused(
  refusal: EventRefusal,
  typed: { readonly typed: ReturnType<typeof typedEvent> | null; readonly reason: string },
) {
  if (refusal.kind === 'unknown-event') error(404);
  const changed = refusal.kind === 'event-changed';
  return fail(statusOf(refusal), { ...typed, changed, field: fieldOf(refusal), problem: sayEventRefusal(refusal) });
}
