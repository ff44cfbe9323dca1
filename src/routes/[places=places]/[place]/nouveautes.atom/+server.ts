import type { RequestHandler } from './$types';
import { feedResponse } from '#server/feeds/feed-response.ts';
import { codesOf } from '#server/storage/municipality-then.ts';
import { feedOfPlace } from '#ui/messages/happenings.fr.ts';
import { followUpPlace } from '../follow-up-place.ts';

export const GET: RequestHandler = async (event) => {
  const { db, config, place, code, address } = await followUpPlace(event);
  return await feedResponse({
    db,
    request: event.request,
    origin: config.publicOrigin ?? event.url.origin,
    where: { kind: 'place', codes: await codesOf(db, code) },
    title: feedOfPlace(place.name),
    self: `${address}/nouveautes.atom`,
    page: address,
  });
};
