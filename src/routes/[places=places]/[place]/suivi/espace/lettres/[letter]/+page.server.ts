import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { idIn } from '#ui/addresses.ts';
import { letterTyped, typedLetter, type TypedLetter } from '#ui/events/letter-form.ts';
import { sayEventRefusal, statusOf, type EventRefusal } from '#ui/messages/events/refusals.fr.ts';
import { changeLetter, recordSending, throwLetterAway } from '#use-cases/events/send-letter.ts';
import { enterSide, openSide } from '../../../../follow-up-place.ts';
import { questionsToCarry } from '../open-letters.ts';

export const load: PageServerLoad = async (event) => {
  const { db, place, code, address, collective, stores, today } = await openSide(event);
  const id = idIn(event.params.letter) ?? error(404);
  const letter = await stores.events.letter({ place: code, id });
  if (letter === null || letter.thrownAwayAt !== null || letter.collective !== collective?.id) error(404);
  const promises = await promiseLines(db, place);
  const open = await questionsToCarry(db, { code, collective: collective.id, promises });
  // Those it carries keep their words, also when somebody answered since.
  const closed = letter.content.questions.filter((question) => open.every((other) => other.id !== question.id));
  const sent = letter.event === null ? null : await stores.events.find({ place: code, id: letter.event });
  return {
    ...{ place, address, today },
    id,
    revision: letter.revision,
    typed: letterTyped(letter.content),
    questions: [...open, ...closed.map(({ id: number, words }) => ({ id: number, words, about: null }))],
    sent: sent === null ? null : { event: sent.id, on: sent.happenedOn, isPublic: sent.visibility === 'public' },
    saved: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  changer: async (event) => {
    const { stores, person, code, id } = await enterLetter(event);
    const form = await event.request.formData();
    const typed = typedLetter(form);
    const request = { place: code, id, revision: revisionIn(form), letter: typed };
    const changed = await changeLetter(stores, person, request, new Date());
    if (changed.ok) redirect(303, `${event.url.pathname}?fait=lettre`);
    return refused(changed.refusal, { typed });
  },
  envoyer: async (event) => {
    const { stores, person, code, id } = await enterLetter(event);
    const form = await event.request.formData();
    const sending = {
      sentOn: formText(form, 'sentOn', 10),
      means: formText(form, 'means', 20),
      replyDays: formText(form, 'replyDays', 6).trim(),
      isPublic: form.get('isPublic') === 'oui',
    };
    const sent = await recordSending(
      stores,
      person,
      {
        ...{ place: code, id, revision: revisionIn(form), sentOn: sending.sentOn, means: sending.means },
        replyDays: sending.replyDays === '' ? null : Number(sending.replyDays),
        visibility: sending.isPublic ? 'public' : 'private',
      },
      new Date(),
    );
    if (sent.ok) redirect(303, `${event.url.pathname}?fait=envoyee`);
    return refused(sent.refusal, { sending });
  },
  jeter: async (event) => {
    const { stores, person, code, id, address } = await enterLetter(event);
    const thrown = await throwLetterAway(stores, person, { place: code, id }, new Date());
    if (thrown.ok) redirect(303, `${address}/suivi/espace?fait=jetee`);
    return refused(thrown.refusal, {});
  },
};

async function enterLetter(event: Parameters<typeof enterSide>[0] & { readonly params: { readonly letter: string } }) {
  return { ...(await enterSide(event)), id: idIn(event.params.letter) ?? error(404) };
}

function revisionIn(form: FormData): number {
  return Number(formText(form, 'revision', 10));
}

type Sending = {
  readonly sentOn: string;
  readonly means: string;
  readonly replyDays: string;
  readonly isPublic: boolean;
};

function refused(refusal: EventRefusal, typed: { readonly typed?: TypedLetter; readonly sending?: Sending }) {
  if (refusal.kind === 'unknown-letter') error(404);
  const field = 'field' in refusal ? refusal.field : typed.sending === undefined ? 'addressee' : 'sentOn';
  return fail(statusOf(refusal), { typed: null, sending: null, ...typed, field, problem: sayEventRefusal(refusal) });
}
