/** The promise that an address under a pact names: an item that the pact does not have is not found. */
import { error } from '@sveltejs/kit';
import { commitmentKeyOf, type CommitmentKey } from '#domain/follow-up/commitment-key.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { editionById } from '#server/charters.ts';
import { runtime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { localWords } from '#server/storage/followed-pacts.ts';
import { placeRef, type PlaceRef } from '#server/storage/places.ts';
import { latestEditionHere } from '#server/storage/thread-page.ts';
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
    thread: (await threadIn(db, { place, edition: pact.edition, key })) ?? promiseAddress(id, params.item),
  };
}

/** Null: no thread shows it. */
async function threadIn(
  db: Db,
  { place, edition, key }: { readonly place: PlaceRef; readonly edition: string; readonly key: CommitmentKey },
): Promise<string | null> {
  if (place.kind !== 'municipality') return null;
  if (key.kind === 'local' || (await latestEditionHere(db, { municipality: place.code })) === edition) {
    return threadOf(place, key);
  }
  return key.kind === 'measure' ? `${threadOf(place, key)}?charte=${edition}` : null;
}

export type PromiseAsked = Awaited<ReturnType<typeof promiseAsked>>;
