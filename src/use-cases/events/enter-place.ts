/** The way to what one side, or one list, tells of a place: who speaks, the gate asked for them alone, and what day it is there. */
import { pass, type Act, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import { concernsOf, speakingVoice } from '#domain/committee/speaking-voice.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';

export type CannotEnterPlace = NotAllowed | { readonly kind: 'unknown-place' };

export type AtPlace = {
  readonly place: PlaceCode;
  readonly name: string;
  readonly voice: Voice;
  readonly role: Role;
  readonly by: string;
  /** The collective they speak for; null: they speak for the other side. */
  readonly collective: { readonly id: number; readonly name: string } | null;
  /** The list that they represent, when it is for it that they speak: under its name, on the side of the town hall. */
  readonly list: { readonly id: number; readonly name: string } | null;
  /** YYYY-MM-DD there. */
  readonly today: string;
};

export async function enterPlace(
  all: Stores,
  actor: Actor,
  { act, place, now }: { readonly act: Act; readonly place: PlaceCode; readonly now: Date },
): Promise<Result<AtPlace, CannotEnterPlace>> {
  const facts = await all.places.facts(place);
  if (facts === null) return refuse({ kind: 'unknown-place' });
  const collectives = await all.committees.collectivesAt(place);
  const here = { collectives: collectives.map(({ id }) => id), places: await all.committees.placesFor(place) };
  const side = actor.kind === 'person' ? speakingVoice(actor, here) : null;
  const list = side === null ? await listOf(all, actor, place) : null;
  const concerns = list !== null ? { lists: [list.id] } : side === null ? {} : concernsOf(side, here);
  const passed = pass(actor, { act, state: 'none', concerns });
  if (!passed.ok) return passed;
  const voice = list === null ? side : 'town-hall';
  if (voice === null || actor.kind !== 'person') return refuse({ kind: 'not-allowed', act });
  const own = collectives.find(({ id }) => actor.holds.some((held) => 'collective' in held && held.collective === id));
  const collective = voice === 'collective' ? (own ?? null) : null;
  const today = dayIn(now, facts.zone);
  return accept({ place, name: facts.name, voice, role: passed.value, by: byOf(actor), collective, list, today });
}

/** Of those that are bound here, the first that they represent. */
async function listOf(all: Stores, actor: Actor, place: PlaceCode): Promise<AtPlace['list']> {
  if (actor.kind !== 'person') return null;
  const represented = actor.holds.flatMap((held) => (held.role === 'list-representative' ? [held.list] : []));
  if (represented.length === 0) return null;
  return (await all.events.listsBoundHere(place)).find(({ id }) => represented.includes(id)) ?? null;
}
