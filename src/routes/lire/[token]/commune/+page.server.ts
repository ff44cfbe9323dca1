import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { findPlaceAsked } from '#server/storage/place-asked.ts';
import { placeRef } from '#server/storage/places.ts';
import { sayActRefusal } from '#ui/messages/act-refusals.fr.ts';
import { chooseForDraft } from '#use-cases/drafts/choose-for-draft.ts';
import { enterDraftPage, holderOf } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { db, draft, home } = await enterDraftPage(event);
  const typed = (event.url.searchParams.get('q') ?? '').normalize('NFC').trim().slice(0, 120);
  const found = await findPlaceAsked(db, typed);
  const sure = found.kind === 'sure' ? await placeRef(db, found.place) : null;
  const among = found.kind === 'choose' ? found.among : sure === null ? [] : [{ ...sure, department: null }];
  const place = draft.choices.place;
  return {
    home,
    typed,
    version: draft.choices.version,
    chosen: place === null ? null : await placeRef(db, place),
    among: among.map((choice) => ({
      value: codeOf(choice),
      name: choice.name,
      department: choice.department,
      population: choice.population,
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const value = form.get('place');
    const { stores, actor, key } = await holderOf(event);
    const request = {
      draft: key,
      version: Number(form.get('version')),
      choices: { place: typeof value === 'string' ? codeFrom(value) : null },
    };
    const chosen = await chooseForDraft(stores, actor, request, new Date());
    if (chosen.ok) redirect(303, `/lire/${key.token}`);
    if (chosen.refusal.kind === 'unknown-draft') error(404, sayActRefusal(chosen.refusal));
    return fail(chosen.refusal.kind === 'stale-choices' ? 409 : 400, { problem: sayActRefusal(chosen.refusal) });
  },
};

function codeFrom(value: string): PlaceCode {
  return value.length === 9 ? { kind: 'grouping', siren: value } : { kind: 'municipality', code: value };
}
