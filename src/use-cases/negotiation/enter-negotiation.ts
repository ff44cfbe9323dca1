/**
 * The door of every act on one negotiation: find it, pass the gate in the state it is in, and know for which side one
 * speaks. To who may not see it, a negotiation that is there and one that is not look the same.
 */
import { pass, type Act, type Actor, type Concerns, type NotAllowed, type Role } from '#domain/access/gate.ts';
import type { Edition } from '#domain/charter/edition.ts';
import type { NegotiationState } from '#domain/negotiation/progress.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Stores } from '../stores.ts';
import type { StoredNegotiation } from './negotiation-store.ts';

export type CannotEnterNegotiation =
  | { readonly kind: 'unknown-negotiation' }
  /** It may be seen, and this cannot be done in its state, or not by this person. */
  | { readonly kind: 'not-now'; readonly act: Act; readonly state: NegotiationState }
  /** The counterpart has come here: it speaks for itself. */
  | { readonly kind: 'counterpart-is-here' };

export type InNegotiation = {
  readonly negotiation: StoredNegotiation;
  readonly edition: Edition;
  /** For which side the actor speaks. */
  readonly side: Side;
  readonly role: Role;
  /** As the journal names who did it: the random id of an account. */
  readonly by: string;
  readonly origin: 'own' | 'reported';
};

export type Entry = {
  readonly act: Act;
  readonly id: number;
  readonly lock: boolean;
  /** The carrier writes down what the counterpart said. */
  readonly forCounterpart?: boolean;
};

export async function enterNegotiation(
  stores: Stores,
  actor: Actor,
  { act, id, lock, forCounterpart = false }: Entry,
): Promise<Result<InNegotiation, CannotEnterNegotiation>> {
  const negotiation = lock ? await stores.negotiations.lock(id) : await stores.negotiations.find(id);
  if (negotiation === null) return refuse({ kind: 'unknown-negotiation' });
  const edition = await stores.editions.find(negotiation.edition);
  // Editions are never taken away while something stands on them.
  if (edition === null) throw new Error(`negotiation ${negotiation.id}: no edition ${negotiation.edition}`);
  const { state } = negotiation;
  const concerns = concernsOf(negotiation);
  const passed = allowed(actor, { act, state, concerns, forCounterpart });
  if (!passed.ok) {
    const seen = pass(actor, { act: 'see-negotiation', state, concerns }).ok;
    return refuse(seen ? { kind: 'not-now', act, state } : { kind: 'unknown-negotiation' });
  }
  if (forCounterpart && negotiation.joinedAt !== null) return refuse({ kind: 'counterpart-is-here' });
  return accept({
    negotiation,
    edition,
    side: forCounterpart ? 'counterpart' : sideOf(passed.value),
    role: passed.value,
    by: actor.kind === 'person' ? actor.id : actor.kind,
    origin: forCounterpart ? 'reported' : 'own',
  });
}

/** Who speaks for the other side has a right of its own, and what that side itself could do there is not asked. */
function allowed(
  actor: Actor,
  asked: {
    readonly act: Act;
    readonly state: NegotiationState;
    readonly concerns: Concerns;
    readonly forCounterpart: boolean;
  },
): Result<Role, NotAllowed> {
  const { act, state, concerns, forCounterpart } = asked;
  return pass(actor, { act: forCounterpart ? 'speak-for-counterpart' : act, state, concerns });
}

/** A list answers for itself; a council by those of its place. */
export function concernsOf({ collective, counterpart, place }: StoredNegotiation): Concerns {
  return counterpart.kind === 'list'
    ? { collectives: [collective.id], lists: [counterpart.list] }
    : { collectives: [collective.id], places: [place] };
}

function sideOf(role: Role): Side {
  return role === 'collective-coordinator' || role === 'collective-member' ? 'carrier' : 'counterpart';
}
