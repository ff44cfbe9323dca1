import type { RequestHandler } from './$types';
import { feedResponse } from '#server/feeds/feed-response.ts';
import { runtime } from '#server/runtime.ts';
import { FEED_OF_COUNTRY } from '#ui/messages/happenings.fr.ts';

export const GET: RequestHandler = async ({ request, url }) => {
  const { db, config } = await runtime();
  const origin = config.publicOrigin ?? url.origin;
  const where = { kind: 'country' } as const;
  return await feedResponse({ db, request, origin, where, title: FEED_OF_COUNTRY, self: url.pathname, page: '/' });
};
