/** The doors of the private pages of partners: to anybody else they are not there. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { pass, type Person } from '#domain/access/gate.ts';
import type { Organisation } from '#domain/partners/organisation.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime, type Runtime } from '#server/runtime.ts';
import { findOrganisation } from '#server/storage/partner-pages.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import type { Stores } from '#use-cases/stores.ts';

type Event = Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'setHeaders'>;
type Inside = Runtime & { readonly person: Person; readonly stores: Stores };

export async function signedIn(event: Event): Promise<Inside> {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const opened = await runtime();
  return { ...opened, person, stores: storesOn(opened.db) };
}

/** Those who decide on requests, and the team, which sees them wait. */
export async function enterRequests(event: Event): Promise<Inside> {
  const inside = await signedIn(event);
  if (!pass(inside.person, { act: 'see-partner-requests', state: 'none' }).ok) error(404);
  return inside;
}

/** Those who speak for it. */
export async function enterSpace(
  event: Event,
  segment: string,
): Promise<Inside & { readonly organisation: Organisation }> {
  const inside = await signedIn(event);
  const id = idIn(segment) ?? error(404);
  const organisation = (await findOrganisation(inside.db, id)) ?? error(404);
  const concerns = { organisations: [id] };
  if (!pass(inside.person, { act: 'see-organisation-space', state: organisation.state, concerns }).ok) error(404);
  return { ...inside, organisation };
}
