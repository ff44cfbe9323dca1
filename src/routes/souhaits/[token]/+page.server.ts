import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { STOP_NOT_THERE } from '#ui/messages/collectives/wish.fr.ts';
import { takeBackWish } from '#use-cases/collectives/wish-pact.ts';

export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
  keepPrivate(setHeaders);
  if (url.searchParams.has('retire')) return { name: null };
  const { db } = await runtime();
  const wish = await storesOn(db).wishes.find(params.token);
  if (wish === null) error(404, STOP_NOT_THERE);
  const place = await placeRef(db, { kind: 'municipality', code: wish.municipality });
  return { name: place?.name ?? '' };
};

export const actions: Actions = {
  // A button, not the link itself: programs that look for harm follow the links of mails.
  default: async ({ params, url }) => {
    const { db } = await runtime();
    const taken = await takeBackWish(storesOn(db), { kind: 'anyone' }, { token: params.token }, new Date());
    if (!taken.ok) error(404, STOP_NOT_THERE);
    redirect(303, `${url.pathname}?retire`);
  },
};
