import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { sendingIn } from '#server/http/sending.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { pactsOfPlaces } from '#server/storage/pacts-of-places.ts';
import { typedLetter } from '#ui/events/letter-form.ts';
import { letterTemplate } from '#ui/messages/events/letter.fr.ts';
import { sayEventRefusal, statusOf } from '#ui/messages/events/refusals.fr.ts';
import { draftLetter } from '#use-cases/events/send-letter.ts';
import { enterSide, openSide } from '../../../follow-up-place.ts';
import { questionsToCarry } from './open-letters.ts';

export const load: PageServerLoad = async (event) => {
  const { db, place, code, address, collective } = await openSide(event);
  if (collective === null) error(404);
  const promises = await promiseLines(db, place);
  const [questions, [pact]] = await Promise.all([
    questionsToCarry(db, { code, collective: collective.id, promises }),
    pactsOfPlaces(db, [code]),
  ]);
  const template = letterTemplate({
    kind: place.kind,
    place: place.name,
    collective: collective.name,
    signedOn: pact?.signedOn ?? null,
  });
  return {
    ...{ place, address, questions },
    typed: { ...template, questions: questions.map(({ id }) => id) },
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { stores, person, code, address } = await enterSide(event);
    const form = await event.request.formData();
    const typed = typedLetter(form);
    const request = { place: code, letter: typed, sending: sendingIn(form) };
    const drafted = await draftLetter(stores, person, request, new Date());
    if (drafted.ok) redirect(303, `${address}/suivi/espace/lettres/${drafted.value.id}?fait=lettre`);
    const { refusal } = drafted;
    const field = 'field' in refusal ? refusal.field : 'addressee';
    return fail(statusOf(refusal), { typed, field, problem: sayEventRefusal(refusal) });
  },
};
