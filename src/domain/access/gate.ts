/**
 * The one gate: who may do what, in which state. Web, API, commands and jobs all pass through it.
 *
 * The table is ./table.ts, in sections of one subject each (./rights). Reading what is public needs no gate; reading
 * anything else does.
 */
import type { PlaceCode } from '../shared/place.ts';
import { accept, refuse, type Result } from '../shared/result.ts';
import type { Actor, Holding, Person, Role } from './actor.ts';
import { TABLE, type Act, type State } from './table.ts';

export { ROLES, type Actor, type Holding, type Person, type Role } from './actor.ts';
export { ACTS, STATES, type Act, type State } from './table.ts';

export type NotAllowed = { readonly kind: 'not-allowed'; readonly act: Act };

/** What the act is about: only what is held of these very things counts. */
export type Concerns = {
  readonly collectives?: readonly number[];
  readonly lists?: readonly number[];
  readonly places?: readonly PlaceCode[];
  readonly organisations?: readonly number[];
  /** The person whom it belongs to. */
  readonly person?: string;
};

/** `opens` says whether a token opens the thing concerned; absent when no link opens it. */
export type Request = {
  readonly act: Act;
  readonly state: State;
  readonly concerns?: Concerns;
  readonly opens?: (token: string) => boolean;
};

/** May this actor do this act, here and now? Says in which role, the first of the table that allows it. */
export function pass(actor: Actor, request: Request): Result<Role, NotAllowed> {
  const roles = rolesOf(actor, request);
  for (const [role, states] of Object.entries(TABLE[request.act]) as [Role, readonly State[]][]) {
    if (roles.has(role) && states.includes(request.state)) return accept(role);
  }
  return refuse({ kind: 'not-allowed', act: request.act });
}

/** A token that opens another thing, or none, is worth nothing: its bearer is anyone. Somebody signed in is anyone too. */
function rolesOf(actor: Actor, request: Request): ReadonlySet<Role> {
  switch (actor.kind) {
    case 'anyone':
      return new Set(['anyone']);
    case 'draft-holder':
    case 'signatory':
    case 'lead':
    case 'participant':
      return new Set([request.opens?.(actor.token) === true ? actor.kind : 'anyone']);
    case 'person':
      return new Set(['anyone', 'person', ...rolesHeld(actor, request.concerns ?? {})]);
    default:
      return new Set([actor.kind]);
  }
}

function rolesHeld(person: Person, concerns: Concerns): readonly Role[] {
  const held = person.holds.filter((holding) => isOf(holding, concerns)).map(({ role }) => role);
  return concerns.person === person.id ? [...held, 'self'] : held;
}

function isOf(holding: Holding, concerns: Concerns): boolean {
  switch (holding.role) {
    case 'collective-member':
    case 'collective-coordinator':
      return concerns.collectives?.includes(holding.collective) ?? false;
    case 'list-representative':
      return concerns.lists?.includes(holding.list) ?? false;
    case 'municipal-agent':
    case 'elected-official':
      return concerns.places?.some((place) => samePlace(place, holding.place)) ?? false;
    case 'partner':
      return concerns.organisations?.includes(holding.organisation) ?? false;
    case 'steering-member':
    case 'national-team':
      return true;
  }
}

function samePlace(one: PlaceCode, other: PlaceCode): boolean {
  if (one.kind === 'municipality') return other.kind === 'municipality' && one.code === other.code;
  return other.kind === 'grouping' && one.siren === other.siren;
}
