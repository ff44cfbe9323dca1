/**
 * What makes a paper count as much as a screen: two different people looked at it and say that it is the same text, one
 * of each side when the other side has somebody who can. Whoever brought the paper counts once, as anybody.
 */
import type { Side } from './side.ts';

/** `who` is the same for the same person, however they came (an account, a link by e-mail). */
export type Witness = { readonly who: string; readonly side: Side };

export const WITNESSES_NEEDED = 2;

/** `reachable`: the sides that have somebody who can look. */
export function isConfirmed(witnesses: readonly Witness[], reachable: readonly Side[]): boolean {
  const people = new Map(witnesses.map((witness) => [witness.who, witness.side]));
  if (people.size < WITNESSES_NEEDED) return false;
  const sides = new Set(people.values());
  return reachable.every((side) => sides.has(side));
}
