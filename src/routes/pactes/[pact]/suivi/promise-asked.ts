/** The promise that an address under a pact names: an item that the pact does not have is not found. */
import { error } from '@sveltejs/kit';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { editionById } from '#server/charters.ts';
import { runtime } from '#server/runtime.ts';
import { localWords } from '#server/storage/followed-pacts.ts';
import { placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import { promiseAddress } from '#ui/follow-up/promise-shown.ts';
import { promiseStep, promiseTitle, threadOf } from '#ui/follow-up/promise-title.ts';
import { neverThereOrGone } from '../../../gone.ts';

export async function promiseAsked(params: { readonly pact: string; readonly item: string }) {
  const id = idIn(params.pact) ?? error(404);
  const { db } = await runtime();
  const stores = storesOn(db);
  const pact = (await stores.assessments.pact(id)) ?? (await neverThereOrGone(db, { what: 'pact', id }));
  const key = commitmentKeyOf(params.item) ?? error(404);
  const promised = (await stores.assessments.promised(id, params.item)) ?? error(404);
  const [place, text] = await Promise.all([placeRef(db, pact.place), localWords(db, id, key)]);
  if (place === null) error(404);
  const edition = editionById(pact.edition);
  return {
    db,
    stores,
    pact,
    place,
    key,
    item: params.item,
    promised,
    edition,
    title: promiseTitle({ key, text }, edition),
    step: promiseStep(key),
    today: dayIn(new Date(), pact.zone),
    /** Where everybody reads it: its thread in the municipality, or its own page under the pact. */
    thread: place.kind === 'municipality' ? threadOf(place, key, pact.edition) : promiseAddress(id, params.item),
  };
}

export type PromiseAsked = Awaited<ReturnType<typeof promiseAsked>>;
