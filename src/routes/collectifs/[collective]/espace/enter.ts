/** The way into the space of a collective, for every page and act under it. Not there and not allowed look the same. */
import { error } from '@sveltejs/kit';
import { pass } from '#domain/access/gate.ts';
import { requirePerson, type Asking } from '#server/accounts/actor-of.ts';
import { storesOn } from '#server/stores.ts';
import { collectiveAddress, spaceAddress } from '#ui/addresses.ts';
import { collectiveAsked } from '../known-collective.ts';

/** For a page: the collective, and the member who opens it. */
export async function enterSpace(event: Asking & { readonly params: { readonly collective: string } }) {
  const { person, db, stores, id } = await actInSpace(event);
  const [collective, member] = await Promise.all([
    stores.collectives.find(id),
    stores.collectives.member(id, person.id),
  ]);
  if (collective === null || member === null) error(404);
  const concerns = { collectives: [id] };
  if (!pass(person, { act: 'see-collective-space', state: collective.state, concerns }).ok) error(404);
  return {
    db,
    stores,
    id,
    person,
    collective,
    member,
    /** What each page of the space shows at its top. */
    space: {
      id,
      name: collective.name,
      state: collective.state,
      address: collectiveAddress(collective),
      home: spaceAddress(collective),
      coordinates: member.role === 'coordinator',
    },
  };
}

/** For an act, which passes the gate by itself. */
export async function actInSpace(event: Asking & { readonly params: { readonly collective: string } }) {
  const person = await requirePerson(event);
  const { db, id } = await collectiveAsked(event.params);
  return { person, db, id, stores: storesOn(db) };
}
