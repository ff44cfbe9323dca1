/** The way into a follow-up committee for every act on it: it is found and held, then the gate asked for one side alone. */
import { pass, type Act, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import type { Committee } from '#domain/committee/committee.ts';
import { concernsOf, speakingVoice, type Here } from '#domain/committee/speaking-voice.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';

export type CannotEnterCommittee = NotAllowed | { readonly kind: 'unknown-committee' };

export type InCommittee = {
  readonly committee: Committee;
  /** Null: neither side; somebody who sits, or who looks after the site. */
  readonly voice: Voice | null;
  readonly role: Role;
  readonly by: string;
  /** Their number among the members; null: they sit by their role alone. */
  readonly member: number | null;
  readonly placeName: string;
};

/** `place`: where the page stands; a committee of another place is not there. */
export async function enterCommittee(
  all: Stores,
  actor: Actor,
  { act, committee: id, place }: { readonly act: Act; readonly committee: number; readonly place: PlaceCode },
): Promise<Result<InCommittee, CannotEnterCommittee>> {
  const committee = await all.committees.lock(id);
  if (committee === null || pathOf(committee.place) !== pathOf(place)) return refuse({ kind: 'unknown-committee' });
  const here = { collectives: [committee.collective], places: await all.committees.placesFor(committee.place) };
  const voice = actor.kind === 'person' ? speakingVoice(actor, here) : null;
  const own = actor.kind === 'person' ? await seatOf(all, { committee: id, person: actor.id }) : null;
  const passed = pass(actor, { act, state: committee.state, concerns: concernsHere(voice, here, own?.person) });
  if (!passed.ok) return passed;
  const placeName = (await all.places.facts(committee.place))?.name ?? '';
  return accept({ committee, voice, role: passed.value, by: byOf(actor), member: own?.id ?? null, placeName });
}

/** Nobody is of both sides: whoever is of neither concerns nothing but their own seat. */
function concernsHere(voice: Voice | null, here: Here, person: string | undefined) {
  return { ...(voice === null ? {} : concernsOf(voice, here)), ...(person === undefined ? {} : { person }) };
}

/** Through what somebody sits: they accepted and have not left. */
async function seatOf(
  all: Stores,
  { committee, person }: { readonly committee: number; readonly person: string },
): Promise<{ readonly id: number; readonly person: string } | null> {
  const seat = (await all.committees.members(committee)).find(
    (member) => member.person === person && member.acceptedAt !== null && member.left === null,
  );
  return seat === undefined ? null : { id: seat.id, person };
}

/** Last in its transaction. `says` holds numbers, no name and no address. */
export async function recordInCommittee(
  all: Stores,
  entered: Pick<InCommittee, 'committee' | 'role' | 'by'>,
  { act, says = {}, at }: { readonly act: Act; readonly says?: { readonly [key: string]: Json }; readonly at: Date },
): Promise<void> {
  const { committee, role, by } = entered;
  await all.journal.append({
    at,
    act,
    actor: role,
    subject: { kind: 'committee', id: committee.id },
    says: { by, ...says },
  });
}

/** Where a place's pages stand. */
export function pathOf(place: PlaceCode): string {
  return place.kind === 'municipality' ? `/communes/${place.code}` : `/intercommunalites/${place.siren}`;
}

export function committeePath(place: PlaceCode): string {
  return `${pathOf(place)}/comite`;
}
