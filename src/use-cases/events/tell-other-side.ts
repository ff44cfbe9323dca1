/** The other side learns of a public event by mail, in the transaction of its act: it may tell its own. */
import { otherVoice } from '#domain/committee/committee.ts';
import type { EventKind } from '#domain/events/follow-up-event.ts';
import { pathOf } from '../committee/enter-committee.ts';
import type { Stores } from '../stores.ts';
import type { AtPlace } from './enter-place.ts';

/** Of a meeting both know; a letter and a reply are told. */
export async function tellOtherSide(
  all: Stores,
  at: AtPlace,
  { event, about }: { readonly event: number; readonly about: EventKind },
  now: Date,
): Promise<void> {
  if (about === 'meeting') return;
  const { place, voice, collective, list, name } = at;
  const collectives = collective === null ? await all.committees.collectivesAt(place) : [collective];
  const kind = about === 'letter' ? 'letter-recorded' : 'reply-recorded';
  const told = { by: voice, ...(list === null ? {} : { list: list.name }) };
  const content = {
    kind,
    ...told,
    place: name,
    placeKind: place.kind,
    path: `${pathOf(place)}/suivi#e${event}`,
  } as const;
  const people = new Set<string>();
  for (const { id } of collectives) {
    for (const person of await all.committees.speakers({ place, collective: id }, otherVoice(voice)))
      people.add(person);
  }
  for (const person of people) await all.mail.queue({ to: { person }, content, at: now });
}
