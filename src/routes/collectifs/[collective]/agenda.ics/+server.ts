import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { icalendar } from '#publishing/calendar/icalendar.ts';
import { collectiveCalendar } from '#server/storage/collective-page.ts';
import { collectiveAddress } from '#ui/addresses.ts';
import { collectiveAsked } from '../known-collective.ts';

export const GET: RequestHandler = async ({ params, url }) => {
  const { db, id, config } = await collectiveAsked(params);
  const found = (await collectiveCalendar(db, { id })) ?? error(404);
  const origin = config.publicOrigin ?? url.origin;
  const page = `${origin}${collectiveAddress({ id, slug: found.slug })}`;
  const entries = found.entries.map(({ cancelledAt, ...entry }) => ({
    ...entry,
    cancelled: cancelledAt !== null,
    url: page,
  }));
  return new Response(icalendar({ name: found.name, host: new URL(origin).hostname, entries }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="agenda.ics"' },
  });
};
