/**
 * Somebody founds a collective: it is requested, not there. Being first makes nobody its owner; the national team or the
 * operator confirms it (./confirm-collective.ts).
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { DESCRIPTION_LENGTH, MOST_PLACES, NAME_LENGTH } from '#domain/collective/collective.ts';
import { isDeclaration } from '#domain/collective/membership.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { slugOf } from '#domain/shared/slug.ts';
import type { Stores } from '../stores.ts';
import { barredBy, foundOnLists, type HoldsSuchARole } from './conflict-of-interest.ts';
import { readText, type BadText } from './enter-collective.ts';
import { tellNationalTeam } from './tell.ts';

/** Of one person, waiting for an answer at once: somebody reads each of them. */
export const FOUNDED_AT_ONCE = 3;

export type FoundCollective = {
  readonly name: string;
  readonly description: string;
  readonly places: readonly PlaceCode[];
  /** The version of the collectives' charter that was shown and accepted; null: it was not. */
  readonly charter: string | null;
  /** How the members will call the person; shown to everybody only if so chosen. */
  readonly own: { readonly name: string; readonly public: boolean; readonly declaration: unknown };
};

export type CannotFound =
  | NotAllowed
  | BadText
  | HoldsSuchARole
  | { readonly kind: 'charter-not-accepted' }
  | { readonly kind: 'charter-changed' }
  | { readonly kind: 'nothing-declared' }
  | { readonly kind: 'no-place' }
  | { readonly kind: 'too-many-places'; readonly most: number }
  | { readonly kind: 'unknown-place' }
  /** Asked for by this person, answered by nobody yet. */
  | { readonly kind: 'too-many-founded'; readonly most: number }
  /** This person already asked for one here. */
  | { readonly kind: 'founded-already'; readonly id: number };

export async function foundCollective(
  stores: Stores,
  actor: Actor,
  request: FoundCollective,
  now: Date,
): Promise<Result<{ readonly id: number; readonly slug: string }, CannotFound>> {
  return await stores.together<{ id: number; slug: string }, CannotFound>(async (all) => {
    const passed = pass(actor, { act: 'found-collective', state: 'none' });
    if (!passed.ok || actor.kind !== 'person') return refuse({ kind: 'not-allowed', act: 'found-collective' });
    const read = await readFounding(all, request);
    if (!read.ok) return read;
    const { name, description, places, own } = read.value;

    if (!isDeclaration(request.own.declaration)) return refuse({ kind: 'nothing-declared' });
    const barred = barredBy(actor, { declaration: request.own.declaration, places });
    if (barred !== null) return refuse(barred);
    await all.collectives.holdFounder(actor.id);
    const twin = await sameFounder(all, actor.id, places);
    if (twin !== null) return refuse({ kind: 'founded-already', id: twin });
    if ((await waitingOf(all, actor.id)) >= FOUNDED_AT_ONCE)
      return refuse({ kind: 'too-many-founded', most: FOUNDED_AT_ONCE });

    const slug = slugOf(name) || 'collectif';
    const id = await all.collectives.found({
      name,
      slug,
      description,
      charterVersion: await all.collectives.charterVersion(),
      places,
      at: now,
    });
    const lists = await foundOnLists(all, { name: own, places, now });
    await all.collectives.addMember(id, {
      person: actor.id,
      role: 'coordinator',
      name: own,
      namePublic: request.own.public,
      joinedAt: now,
      lists,
    });
    const content = { kind: 'collective-requested', collective: { id, slug, name } } as const;
    await tellNationalTeam(all, { content, at: now });
    await all.journal.append({
      at: now,
      act: 'found-collective',
      actor: passed.value,
      subject: { kind: 'collective', id },
      says: { by: actor.id, name, places, charter: request.charter, onLists: lists.map(({ list }) => list) },
    });
    return accept({ id, slug });
  });
}

async function readFounding(
  stores: Stores,
  request: FoundCollective,
): Promise<Result<{ name: string; description: string; places: readonly PlaceCode[]; own: string }, CannotFound>> {
  const name = readText(request.name, { field: 'name', most: NAME_LENGTH.most });
  if (!name.ok) return name;
  const description = readText(request.description, { field: 'description', most: DESCRIPTION_LENGTH, optional: true });
  if (!description.ok) return description;
  const places = await readPlaces(stores, request.places);
  if (!places.ok) return places;
  const own = readText(request.own.name, { field: 'own-name', most: NAME_LENGTH.most });
  if (!own.ok) return own;
  if (request.charter === null) return refuse({ kind: 'charter-not-accepted' });
  if (request.charter !== (await stores.collectives.charterVersion())) return refuse({ kind: 'charter-changed' });
  return accept({ name: name.value, description: description.value, places: places.value, own: own.value });
}

export type BadPlaces = Extract<CannotFound, { kind: 'no-place' | 'too-many-places' | 'unknown-place' }>;

/** Each once, in the order given. */
export async function readPlaces(
  stores: Stores,
  given: readonly PlaceCode[],
): Promise<Result<readonly PlaceCode[], BadPlaces>> {
  const places = [...new Map(given.map((place) => [codeOf(place), place])).values()];
  if (places.length === 0) return refuse({ kind: 'no-place' });
  if (places.length > MOST_PLACES) return refuse({ kind: 'too-many-places', most: MOST_PLACES });
  for (const place of places) if (!(await stores.places.exists(place))) return refuse({ kind: 'unknown-place' });
  return accept(places);
}

/** A form sent twice founds one collective. */
async function sameFounder(stores: Stores, person: string, places: readonly PlaceCode[]): Promise<number | null> {
  const own = new Set(await stores.collectives.collectivesOf(person));
  for (const place of places) {
    for (const { id, state } of await stores.collectives.of(place)) if (own.has(id) && state === 'requested') return id;
  }
  return null;
}

/** Those that this person coordinates and that nobody confirmed or declined yet. */
async function waitingOf(stores: Stores, person: string): Promise<number> {
  let waiting = 0;
  for (const id of await stores.collectives.collectivesOf(person)) {
    const requested = (await stores.collectives.find(id))?.state === 'requested';
    if (requested && (await stores.collectives.member(id, person))?.role === 'coordinator') waiting += 1;
  }
  return waiting;
}
