/**
 * What is bound in a list made of several: a pact binds the people of the list that signed it, before they merged; one signed
 * after the merger binds them all. Nobody is bound by what others signed.
 */
import type { CandidateList } from './candidate-list.ts';

/** `signedOn`: YYYY-MM-DD; null: no source says the day. */
export type SignedHere = { readonly id: number; readonly list: number; readonly signedOn: string | null };

export type Part = {
  /** The list of before, the one that absorbed the others included. */
  readonly list: number;
  /** Pacts that it signed by itself; empty: it signed nothing that is known. */
  readonly pacts: readonly number[];
};

export type Bound = {
  /** Empty: the list is not made of several. */
  readonly parts: readonly Part[];
  /** Signed by the whole list, as it is now. */
  readonly whole: readonly number[];
};

/** `merged`: the lists that became part of `list`. */
export function whatIsBound(
  list: Pick<CandidateList, 'id' | 'firstRound'>,
  merged: readonly Pick<CandidateList, 'id' | 'merged'>[],
  pacts: readonly SignedHere[],
): Bound {
  const own = pacts.filter((pact) => pact.list === list.id);
  if (merged.length === 0) return { parts: [], whole: own.map(({ id }) => id) };
  const day =
    merged
      .map((part) => part.merged?.on ?? '')
      .toSorted()
      .at(-1) ?? '';
  // Born of the merger, it signed nothing before; an absorbing list did, when its pact is older or has no day.
  const isWhole = (pact: SignedHere) => list.firstRound === 2 || (pact.signedOn !== null && pact.signedOn >= day);
  const of = (id: number): Part => ({
    list: id,
    pacts: pacts.filter((pact) => pact.list === id && (id !== list.id || !isWhole(pact))).map((pact) => pact.id),
  });
  const former = list.firstRound === 2 ? merged : [list, ...merged];
  return { parts: former.map(({ id }) => of(id)), whole: own.filter(isWhole).map(({ id }) => id) };
}
