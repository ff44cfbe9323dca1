import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass } from '#domain/access/gate.ts';
import { ENTRY_KINDS } from '#domain/plan/directory-entry.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { municipalityCodeIn, sirenIn } from '#ui/addresses.ts';
import { ERASED } from '#ui/messages/directory.fr.ts';
import { sayPlanRefusal, statusOfPlanRefusal } from '#ui/messages/plan-refusals.fr.ts';
import { eraseEntry } from '#use-cases/plans/erase-entry.ts';
import { keepEntry, mergeEntries } from '#use-cases/plans/keep-entry.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, place, ref } = await enter(event);
  return {
    place: ref,
    entries: await stores.directory.of(place),
    stillShown: await stores.directory.stillShown(place),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  enregistrer: async (event) => {
    const { stores, person, place } = await enter(event);
    const form = await event.request.formData();
    const id = numberIn(form, 'nom-de');
    const typed = {
      kind: ENTRY_KINDS.find((kind) => kind === form.get('genre')) ?? 'person',
      name: formText(form, 'nom', 2000),
      isElected: form.get('elu') === 'oui',
      isPublic: form.get('accord') === 'oui',
      email: formText(form, 'adresse', 1000),
      leftOn: formText(form, 'depart', 20),
    };
    const entry = id === 0 ? null : { id, version: numberIn(form, 'version') };
    const kept = await keepEntry(stores, person, { place, entry, ...typed }, new Date());
    if (kept.ok) redirect(303, `${event.url.pathname}?fait=enregistre#e${kept.value.id}`);
    const { refusal } = kept;
    const version = refusal.kind === 'entry-edited-meanwhile' ? refusal.theirs.version : (entry?.version ?? 0);
    return fail(statusOfPlanRefusal(refusal), { id, version, typed, problem: sayPlanRefusal(refusal) });
  },
  fusionner: async (event) => {
    const { stores, person, place } = await enter(event);
    const form = await event.request.formData();
    const [from, into] = [numberIn(form, 'nom-de'), numberIn(form, 'avec')];
    const said = form.get('adresse-de');
    const address = said === 'taken-over' || said === 'forgotten' ? said : null;
    const merged = await mergeEntries(stores, person, { place, from, into, address }, new Date());
    if (merged.ok) redirect(303, `${event.url.pathname}?fait=fusionne#e${into}`);
    const { refusal } = merged;
    const problem = sayPlanRefusal(refusal);
    return fail(statusOfPlanRefusal(refusal), { id: from, version: 0, typed: null, into, problem });
  },
  effacer: async (event) => {
    const { stores, person, place } = await enter(event);
    const form = await event.request.formData();
    const entry = numberIn(form, 'nom-de');
    const [confirmed, textsSeen] = [form.get('confirme') === 'oui', form.get('textes-vus') === 'oui'];
    const request = { place, entry, confirmed, textsSeen, somebody: ERASED };
    const erased = await eraseEntry(stores, person, request, new Date());
    if (erased.ok) redirect(303, `${event.url.pathname}?fait=efface`);
    const { refusal } = erased;
    const texts = refusal.kind === 'texts-name-entry' ? refusal.texts : [];
    const problem = sayPlanRefusal(refusal);
    return fail(statusOfPlanRefusal(refusal), { id: entry, version: 0, typed: null, texts, problem });
  },
};

/** Whoever may not see it is told what is told of no place. */
async function enter(event: RequestEvent) {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const place = placeIn(event.params['place'] ?? '') ?? error(404);
  if (!pass(person, { act: 'see-directory', state: 'none', concerns: { places: [place] } }).ok) error(404);
  const { db } = await runtime();
  return { stores: storesOn(db), person, place, ref: (await placeRef(db, place)) ?? error(404) };
}

function placeIn(segment: string): PlaceCode | null {
  const siren = sirenIn(segment);
  if (siren !== null) return { kind: 'grouping', siren };
  const code = municipalityCodeIn(segment);
  return code === null ? null : { kind: 'municipality', code };
}

function numberIn(form: FormData, name: string): number {
  return Number(/^[1-9]\d{0,8}$/.exec(formText(form, name, 12))?.[0] ?? 0);
}
