import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { isToldBy } from '#domain/events/follow-up-event.ts';
import { sendingIn } from '#server/http/sending.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { idIn } from '#ui/addresses.ts';
import { eventWords, NO_EVENT_TYPED, typedEvent } from '#ui/events/event-form.ts';
import { sayEventRefusal, statusOf } from '#ui/messages/events/refusals.fr.ts';
import { replyTitle } from '#ui/messages/events/space.fr.ts';
import { writeEvent } from '#use-cases/events/write-event.ts';
import { enterSide, openSide } from '../../../follow-up-place.ts';
import { fieldOf } from './refused-field.ts';

/** `?lettre=12`: the reply to that letter. */
export const load: PageServerLoad = async (event) => {
  const { db, place, code, address, stores, teller, today } = await openSide(event);
  const letter = letterAsked(event.url);
  const found = letter === null ? null : await stores.events.find({ place: code, id: letter });
  const isSeen =
    found !== null &&
    found.about.kind === 'letter' &&
    found.withdrawn === null &&
    (found.visibility === 'public' || isToldBy(found, teller));
  if (letter !== null && !isSeen) error(404);
  const promises = await promiseLines(db, place);
  return {
    ...{ place, address, today },
    promises: promises.all,
    letter: found === null ? null : { id: found.id, title: found.title },
    typed:
      found === null
        ? NO_EVENT_TYPED
        : { ...NO_EVENT_TYPED, title: replyTitle(found.title).slice(0, 200), items: found.items },
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { stores, person, code, address } = await enterSide(event);
    const form = await event.request.formData();
    const typed = typedEvent(form);
    const letter = letterAsked(event.url);
    const about = letter === null ? ({ kind: 'meeting' } as const) : ({ kind: 'reply', letter } as const);
    const request = { ...eventWords(typed), place: code, about, sending: sendingIn(form) };
    const written = await writeEvent(stores, person, request, new Date());
    if (written.ok) redirect(303, `${address}/suivi/espace?fait=evenement#e${written.value.id}`);
    const { refusal } = written;
    if (refusal.kind === 'unknown-letter') error(404, sayEventRefusal(refusal));
    return fail(statusOf(refusal), { typed, field: fieldOf(refusal), problem: sayEventRefusal(refusal) });
  },
};

function letterAsked(url: URL): number | null {
  const asked = url.searchParams.get('lettre');
  return asked === null ? null : idIn(asked);
}
