import type { RequestHandler } from './$types';
import { dayAfter } from '#domain/shared/local-day.ts';
import { codeOf } from '#domain/shared/place.ts';
import { icalendar } from '#publishing/calendar/icalendar.ts';
import { deadlineLine } from '#ui/deadlines/deadline-line.ts';
import { CALENDAR_NAME } from '#ui/messages/deadlines/deadlines.fr.ts';
import { followUpPlace, todayAt } from '../follow-up-place.ts';

/** What is settled is left out: calendars that subscribe take the file as it is. */
export const GET: RequestHandler = async (event) => {
  const { stores, config, place, code, zone, address } = await followUpPlace(event);
  const origin = config.publicOrigin ?? event.url.origin;
  const today = todayAt(zone);
  // What has been over for a year is on the page; a calendar needs it no more.
  const since = dayAfter(today, -366);
  const entries = (await stores.deadlines.of(code))
    .filter(({ settled, on }) => !settled && on >= since)
    .map((deadline) => {
      const line = deadlineLine(deadline, { place, address, today });
      const { about, changedAt, hours } = deadline;
      const words = {
        uid: `${codeOf(code)}-${encodeURIComponent(line.key)}`,
        title: `${place.name} : ${line.title}`,
        description: `${line.when} · ${line.source}`,
        changedAt,
        cancelled: false,
        url: `${origin}${line.href}`,
      };
      const location = about.kind === 'meeting' ? about.location : '';
      return hours === null ? { ...words, revision: 0, location, on: line.on } : { ...words, ...hours, location };
    });
  const calendar = icalendar({ name: CALENDAR_NAME(place.name), host: new URL(origin).hostname, entries });
  return new Response(calendar, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="echeances.ics"',
    },
  });
};
