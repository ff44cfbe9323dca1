import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requireAccount, requirePerson } from '#server/accounts/actor-of.ts';
import { collectivesCharter } from '#server/collectives-charter.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { findPlaceAsked } from '#server/storage/place-asked.ts';
import { placeRef, type PlaceRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { collectiveAddress, municipalityCodeIn, spaceAddress } from '#ui/addresses.ts';
import { NOTHING_TYPED, oneselfFieldOf, oneselfIn } from '#ui/collectives/oneself-form.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { foundCollective } from '#use-cases/collectives/found-collective.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const account = await requireAccount(event);
  const { db } = await runtime();
  const chosen = await chosenPlaces(db, event.params.places);
  const q = (event.url.searchParams.get('q') ?? '').normalize('NFC').trim().slice(0, 80);
  const stores = storesOn(db);
  const here = await Promise.all(
    chosen.map(async ({ code }) => await stores.collectives.of({ kind: 'municipality', code })),
  );
  const there = new Map(here.flat().map((collective) => [collective.id, collective]));
  return {
    chosen: chosen.map((place) => ({ ...place, without: pathOf(chosen.filter(({ code }) => code !== place.code)) })),
    path: pathOf(chosen),
    q,
    among: (await municipalitiesFor(db, q))
      .filter(({ code }) => !chosen.some((place) => place.code === code))
      .map((place) => ({ ...place, path: pathOf([...chosen, place]) })),
    there: [...there.values()]
      .filter(({ state }) => state !== 'requested')
      .map((collective) => ({ name: collective.name, address: collectiveAddress(collective) })),
    charter: collectivesCharter(),
    typed: { ...NOTHING_TYPED, ownName: account.name },
  };
};

export const actions: Actions = {
  default: async (event) => {
    const person = await requirePerson(event);
    const form = await event.request.formData();
    const { db } = await runtime();
    const chosen = await chosenPlaces(db, event.params.places);
    const own = oneselfIn(form);
    const typed = { name: formText(form, 'name', 500), description: formText(form, 'description', 10_000) };
    const request = {
      ...typed,
      places: chosen.map(({ code }) => ({ kind: 'municipality', code }) as const),
      charter: own.charter,
      own: { name: own.ownName, public: own.namePublic, declaration: own.declaration },
    };
    const founded = await foundCollective(storesOn(db), person, request, new Date());
    if (founded.ok) redirect(303, spaceAddress(founded.value));
    const { refusal } = founded;
    if (refusal.kind === 'founded-already') redirect(303, spaceAddress({ id: refusal.id }));
    return fail(statusOf(refusal), {
      ...typed,
      own,
      field: oneselfFieldOf(refusal) ?? ('field' in refusal ? refusal.field : 'q'),
      problem: sayCollectiveRefusal(refusal),
    });
  },
};

type Municipality = Extract<PlaceRef, { kind: 'municipality' }>;

/** Codes joined by hyphens in the address: it can be left for signing in, and come back to. */
async function chosenPlaces(db: Db, segment: string | undefined): Promise<readonly Municipality[]> {
  const codes = [...new Set((segment ?? '').split('-').slice(0, 40))].flatMap((part) => municipalityCodeIn(part) ?? []);
  const places = await Promise.all(codes.map((code) => placeRef(db, { kind: 'municipality', code })));
  return places.flatMap((place) => (place?.kind === 'municipality' ? [place] : []));
}

async function municipalitiesFor(db: Db, q: string) {
  const found = await findPlaceAsked(db, q);
  if (found.kind === 'choose') {
    return found.among.flatMap((place) => (place.kind === 'municipality' ? [place] : []));
  }
  const sure = found.kind === 'sure' ? await placeRef(db, found.place) : null;
  return sure?.kind === 'municipality' ? [{ ...sure, department: null }] : [];
}

function pathOf(places: readonly { readonly code: string }[]): string {
  return places.length === 0 ? '/collectifs/fonder' : `/collectifs/fonder/${places.map(({ code }) => code).join('-')}`;
}
