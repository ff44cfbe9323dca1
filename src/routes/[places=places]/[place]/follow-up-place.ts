/** The door of what follows a signature at a commune or a grouping: its place, what day it is there, and who speaks. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { dayIn } from '#domain/shared/local-day.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { requirePerson, type Asking } from '#server/accounts/actor-of.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { placeFacts, placeRef, type PlaceRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { placeAddress, placeIn } from '#ui/addresses.ts';
import { enterPlace } from '#use-cases/events/enter-place.ts';
import { sendToHolder } from '../../communes/[commune]/not-a-municipality.ts';

export type PlaceParams = { readonly places: 'communes' | 'intercommunalites'; readonly place: string };
type Event = Pick<RequestEvent, 'url'> & { readonly params: PlaceParams };

export async function followUpPlace({ params, url }: Event) {
  const code = placeIn(params.places, params.place) ?? error(404);
  const { db, config } = await runtime();
  const place: PlaceRef = (await placeRef(db, code)) ?? (await sendOn(db, code, url));
  const zone = (await placeFacts(db, code))?.zone ?? 'Europe/Paris';
  return { db, config, stores: storesOn(db), place, code, zone, address: placeAddress(place) };
}

/** A commune that merged leads to its holder's page; nothing took the place of a grouping that is gone. Never returns. */
async function sendOn(db: Db, code: PlaceCode, url: URL): Promise<never> {
  return code.kind === 'municipality' ? await sendToHolder(db, { code: code.code, url }) : error(404);
}

/** The day at the place. */
export function todayAt(zone: string): string {
  return dayIn(new Date(), zone);
}

/** For a page or an act of one side: somebody of neither finds nothing here. */
export async function enterSide(event: Asking & Pick<RequestEvent, 'setHeaders'> & { readonly params: PlaceParams }) {
  const person = await requirePerson(event);
  const opened = await followUpPlace(event);
  const asked = { act: 'see-private-event', place: opened.code, now: new Date() } as const;
  const entered = await enterPlace(opened.stores, person, asked);
  if (!entered.ok) error(404);
  const { voice, collective, list, today } = entered.value;
  return { ...opened, person, teller: { voice, collective, list }, voice, collective, list, today };
}

/** The same, for what is shown: kept by no cache. */
export async function openSide(event: Parameters<typeof enterSide>[0]) {
  keepPrivate(event.setHeaders);
  return await enterSide(event);
}
