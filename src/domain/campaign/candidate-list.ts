/**
 * A candidate list: who stands together in one municipality at one election, under one head of list.
 *
 * It may have been born between the rounds (`firstRound` 2), merged into another, withdrawn. What became of it is first
 * proposed from the figures, then confirmed by a person.
 */
import type { Round } from './election.ts';

export type CandidateList = {
  readonly id: number;
  readonly election: string;
  /** INSEE code of the municipality of today. */
  readonly municipality: string;
  /** A sector of Paris, Lyon or Marseille, or the commune as it was then. Null: the whole municipality. */
  readonly constituency: Constituency | null;
  readonly name: string;
  readonly shortName: string | null;
  /** The political label that the State gives it: two to six letters. */
  readonly nuance: string | null;
  /** Given name first. Null: unknown. */
  readonly leader: string | null;
  readonly firstRound: Round;
  readonly source: string;
  readonly enteredAs: EnteredAs;
  readonly enteredAt: Date;
  /** YYYY-MM-DD. */
  readonly withdrawnOn: string | null;
  readonly merged: { readonly into: number; readonly on: string } | null;
  readonly seats: number | null;
  readonly outcome: { readonly kind: Outcome; readonly confirmed: boolean } | null;
  readonly rounds: readonly ListRound[];
};

export type Constituency = { readonly code: string; readonly name: string | null };
export type ListRound = {
  readonly round: Round;
  readonly panelNumber: number | null;
  /** Null: not counted, or not known here. */
  readonly votes: number | null;
  readonly votesCast: number | null;
};
export type Outcome = 'majority' | 'opposition' | 'not-elected';
export type EnteredAs = 'import' | 'collective' | 'national-team' | 'operator';

export const LIST_STATES = ['standing', 'withdrawn-list', 'merged', 'decided'] as const;
/** What may still be done to a list. `decided`: a person confirmed what became of it. */
export type ListState = (typeof LIST_STATES)[number];

export function stateOfList({ withdrawnOn, merged, outcome }: CandidateList): ListState {
  if (withdrawnOn !== null) return 'withdrawn-list';
  if (merged !== null) return 'merged';
  return outcome?.confirmed === true ? 'decided' : 'standing';
}

/**
 * What the seats say, for the lists of one constituency: the list with most seats is the majority, others with a seat the
 * opposition. Empty while a seat number is missing, nobody has a seat, or two lists share the first place:
 * then a person says.
 */
export function outcomesFromSeats(
  lists: readonly { readonly id: number; readonly seats: number | null }[],
): ReadonlyMap<number, Outcome> {
  const seats = lists.map((list) => list.seats ?? 0);
  const most = Math.max(0, ...seats);
  const unclear =
    most === 0 || lists.some((list) => list.seats === null) || seats.filter((count) => count === most).length !== 1;
  if (unclear) return new Map();
  return new Map(lists.map((list) => [list.id, outcomeOf(list.seats ?? 0, most)]));
}

function outcomeOf(seats: number, most: number): Outcome {
  if (seats === 0) return 'not-elected';
  return seats === most ? 'majority' : 'opposition';
}

/** A list to be kept: entered by hand or made from the lines of a file. */
export type NewList = Pick<
  CandidateList,
  | 'election'
  | 'municipality'
  | 'constituency'
  | 'name'
  | 'shortName'
  | 'nuance'
  | 'leader'
  | 'firstRound'
  | 'source'
  | 'enteredAs'
> & { readonly panelNumber: number | null };

/** What may change of a list; absent: stays. */
export type ListChange = Partial<
  Pick<CandidateList, 'name' | 'shortName' | 'nuance' | 'leader' | 'withdrawnOn' | 'merged' | 'seats' | 'outcome'>
>;
