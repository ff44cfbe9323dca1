/** A letter that was sent and that everybody may read, with its replies. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { promiseLines } from '#server/promise-lines.ts';
import { publicEvents } from '#server/storage/follow-up-events.ts';
import { letterOfEvent } from '#server/storage/follow-up-questions.ts';
import { idIn } from '#ui/addresses.ts';
import { eventLines } from '#ui/events/event-line.ts';
import { followUpPlace, todayAt, type PlaceParams } from '../../../follow-up-place.ts';

type Event = Pick<RequestEvent, 'url'> & { readonly params: PlaceParams & { readonly event: string } };

export async function letterShown(event: Event) {
  const opened = await followUpPlace(event);
  const { db, place, code, zone, stores } = opened;
  const id = idIn(event.params.event) ?? error(404);
  const [events, letter, promises] = await Promise.all([
    publicEvents(db, code),
    letterOfEvent(db, code, id),
    promiseLines(db, place),
  ]);
  const lines = eventLines(events, { today: todayAt(zone), place: place.kind, promise: promises.of });
  const line = lines.find((one) => one.id === id && one.withdrawn === null);
  if (letter === null || line === undefined) error(404);
  const collective = await stores.collectives.find(letter.collective);
  const edition = events.find((one) => one.id === id)?.edition ?? null;
  return {
    ...opened,
    line,
    letter: letter.content,
    collective: collective?.name ?? '',
    replies: lines.filter(({ answers, withdrawn }) => answers?.id === id && withdrawn === null),
    promise: (item: string) => (edition === null ? item : promises.of(edition, item).label),
  };
}
