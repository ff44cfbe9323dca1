/**
 * Who is of a collective, and how one leaves it or is put out of it.
 *
 * People on a list and elected officials cannot be members: somebody who says so is refused; somebody whose name stands
 * on a known list is told to the coordinators, since two people may bear one name.
 */
import type { PlaceCode } from '../shared/place.ts';

export type MemberRole = 'member' | 'coordinator';

/** What one says of oneself when joining. */
export const DECLARATIONS = ['neither', 'elected', 'on-a-list'] as const;
export type Declaration = (typeof DECLARATIONS)[number];

/** A list on which somebody of the same name stands. */
export type FoundOnList = { readonly list: number; readonly name: string; readonly place: PlaceCode };

export type Member = {
  readonly person: string;
  readonly role: MemberRole;
  readonly name: string;
  readonly namePublic: boolean;
  readonly joinedAt: Date;
  /** Lists on which the name stands; a coordinator who looked may say that it is a namesake. */
  readonly flagged: { readonly lists: readonly FoundOnList[]; readonly at: Date; readonly namesake: boolean } | null;
};

export function isDeclaration(value: unknown): value is Declaration {
  return (DECLARATIONS as readonly unknown[]).includes(value);
}

/** Somebody who coordinates alone hands over first, unless nobody is left to hand over to. */
export function mustHandOver(leaving: {
  readonly role: MemberRole;
  readonly coordinators: number;
  readonly members: number;
}): boolean {
  return leaving.role === 'coordinator' && leaving.coordinators === 1 && leaving.members > 1;
}

/** The days in which the members put out are counted together. */
export const REMOVAL_DAYS = 30;

/**
 * Nobody can empty a collective: in thirty days at most one member out of three, and always one.
 * `members` are those there now, coordinators included; `removedLately` those put out in the last thirty days.
 */
export function mayRemoveMember({ members, removedLately }: { members: number; removedLately: number }): boolean {
  return removedLately < Math.max(1, Math.floor((members + removedLately) / 3));
}

/**
 * Taking the coordination from one of them needs all the others, and at least two: of two coordinators in conflict
 * neither can put out the other, the national team decides.
 */
export function removalStands(said: {
  /** Coordinators other than the one concerned. */
  readonly others: readonly string[];
  readonly agreeing: readonly string[];
  readonly refusing: readonly string[];
}): 'removed' | 'kept' | 'waiting' | 'national-team' {
  if (said.others.length < 2) return 'national-team';
  if (said.others.some((person) => said.refusing.includes(person))) return 'kept';
  return said.others.every((person) => said.agreeing.includes(person)) ? 'removed' : 'waiting';
}
