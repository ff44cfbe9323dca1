import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { collectivesCharter } from '#server/collectives-charter.ts';
import { formText } from '#server/http/form-text.ts';
import { placesOf } from '#server/storage/collective-page.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { describeCollective } from '#use-cases/collectives/describe-collective.ts';
import { actInSpace, enterSpace } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { db, id, collective, space } = await enterSpace(event);
  return {
    space,
    saved: event.url.searchParams.has('fait'),
    name: collective.name,
    description: collective.description,
    places: (await placesOf(db, id)).map((place) => ({
      value: codeOf(place),
      name: place.name,
    })),
    accepted: collective.charterVersion,
    charter: collectivesCharter(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { stores, person, id } = await actInSpace(event);
    const form = await event.request.formData();
    const places = form.getAll('place').flatMap((code) => (typeof code === 'string' ? [placeFrom(code)] : []));
    const typed = { name: formText(form, 'name', 500), description: formText(form, 'description', 10_000) };
    const described = await describeCollective(stores, person, { collective: id, ...typed, places }, new Date());
    if (described.ok) redirect(303, `${event.url.pathname}?fait`);
    const { refusal } = described;
    if (refusal.kind === 'unknown-collective') error(404);
    const field = 'field' in refusal ? refusal.field : 'name';
    return fail(statusOf(refusal), { ...typed, field, problem: sayCollectiveRefusal(refusal) });
  },
};

function placeFrom(code: string): PlaceCode {
  return code.length === 9 ? { kind: 'grouping', siren: code } : { kind: 'municipality', code };
}
