/**
 * Name, words and places of a collective. Once it is confirmed its coordinators may give a place up; the national team
 * or the operator adds one, as they confirmed the first.
 */
import type { Actor } from '#domain/access/gate.ts';
import { DESCRIPTION_LENGTH, NAME_LENGTH } from '#domain/collective/collective.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { slugOf } from '#domain/shared/slug.ts';
import type { Stores } from '../stores.ts';
import { enterCollective, readText, record, type BadText, type CannotEnterCollective } from './enter-collective.ts';
import { readPlaces, type BadPlaces } from './found-collective.ts';

export type CannotDescribe = CannotEnterCollective | BadText | BadPlaces | { readonly kind: 'place-to-confirm' };

export async function describeCollective(
  stores: Stores,
  actor: Actor,
  request: {
    readonly collective: number;
    readonly name: string;
    readonly description: string;
    readonly places: readonly PlaceCode[];
  },
  now: Date,
): Promise<Result<{ readonly slug: string }, CannotDescribe>> {
  return await stores.together<{ slug: string }, CannotDescribe>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'describe-collective', collective: request.collective });
    if (!entered.ok) return entered;
    const name = readText(request.name, { field: 'name', most: NAME_LENGTH.most });
    if (!name.ok) return name;
    const description = readText(request.description, {
      field: 'description',
      most: DESCRIPTION_LENGTH,
      optional: true,
    });
    if (!description.ok) return description;
    const places = await readPlaces(all, request.places);
    if (!places.ok) return places;
    const { collective } = entered.value;
    const held = new Set(collective.places.map(codeOf));
    if (collective.confirmed !== null && places.value.some((place) => !held.has(codeOf(place))))
      return refuse({ kind: 'place-to-confirm' });
    const slug = slugOf(name.value) || 'collectif';
    await all.collectives.describe(collective.id, { name: name.value, slug, description: description.value });
    await all.collectives.setPlaces(collective.id, places.value);
    await record(all, entered.value, {
      act: 'describe-collective',
      says: {
        before: { name: collective.name, places: collective.places },
        after: { name: name.value, places: places.value },
      },
      at: now,
    });
    return accept({ slug });
  });
}

/** Beside those it has. Says nothing new when it was there. */
export async function addPlace(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly place: PlaceCode },
  now: Date,
): Promise<Result<null, CannotEnterCollective | BadPlaces>> {
  return await stores.together<null, CannotEnterCollective | BadPlaces>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'add-place', collective: request.collective });
    if (!entered.ok) return entered;
    const { collective } = entered.value;
    const places = await readPlaces(all, [...collective.places, request.place]);
    if (!places.ok) return places;
    if (places.value.length === collective.places.length) return accept(null);
    await all.collectives.setPlaces(collective.id, places.value);
    await record(all, entered.value, { act: 'add-place', says: { place: request.place }, at: now });
    return accept(null);
  });
}
