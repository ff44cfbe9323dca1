/**
 * Votes, and their count: a function of ballots without anybody, the same in any order. What is frozen holds what anybody
 * needs to do it again from the published ballots.
 */

/** What is voted on: `m12` a measure of the draft (the number of its row), `c45` a contribution. */
export type VoteObject = string;

export const CHOICES = ['for', 'against', 'undecided'] as const;
export type Choice = (typeof CHOICES)[number];

/**
 * `counted` like any other; `burst`: counted, and said apart (./bursts.ts); `withdrawn` by moderators, with a reason that
 * is public: not counted, and said apart.
 */
export const BALLOT_STANDINGS = ['counted', 'burst', 'withdrawn'] as const;
export type BallotStanding = (typeof BALLOT_STANDINGS)[number];

export type ConsultationBallot = {
  readonly object: VoteObject;
  readonly choice: Choice;
  readonly standing: BallotStanding;
};

/** `ballots` holds those of bursts, not the withdrawn ones. */
export type CountedChoice = { readonly ballots: number; readonly inBursts: number; readonly withdrawn: number };

export type CountedObject = { readonly object: VoteObject } & Readonly<Record<Choice, CountedChoice>>;

export type ConsultationCount = {
  /** Sums over all objects. */
  readonly ballots: number;
  readonly inBursts: number;
  readonly withdrawn: number;
  /** In the order given, then those that were not named, by their code. */
  readonly objects: readonly CountedObject[];
};

/** `participants`: addresses that voted at least once. */
export type Turnout = { readonly participants: number; readonly inBursts: number; readonly withdrawn: number };

/** What is hashed and published. `ballotsSha256`: of the ballots, as `canonicalBallots` writes them. */
export type FrozenCount = {
  readonly format: 'consultation-1';
  readonly consultation: number;
  /** Instants, ISO 8601. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly turnout: Turnout;
  readonly ballotsSha256: string;
} & ConsultationCount;

/** Every object of `objects` has its line, also one of which nobody said anything. */
export function countVotes(
  ballots: readonly ConsultationBallot[],
  objects: readonly VoteObject[] = [],
): ConsultationCount {
  const others = ballots.map(({ object }) => object).filter((object) => !objects.includes(object));
  const counted = new Map([...objects, ...new Set(others.toSorted(byCode))].map((object) => [object, nothing()]));
  const sums = { ballots: 0, inBursts: 0, withdrawn: 0 };
  for (const { object, choice, standing } of ballots) {
    const line = counted.get(object)?.[choice];
    if (line === undefined) continue;
    for (const sum of [line, sums]) {
      if (standing === 'withdrawn') sum.withdrawn += 1;
      else sum.ballots += 1;
      if (standing === 'burst') sum.inBursts += 1;
    }
  }
  return { ...sums, objects: Array.from(counted, ([object, line]) => ({ object, ...line })) };
}

/** One text for the same ballots, in whatever order they come: what the published hash is of. */
export function canonicalBallots(ballots: readonly ConsultationBallot[]): string {
  return ballots
    .map(({ object, choice, standing }) => `${object} ${choice} ${standing}\n`)
    .toSorted(byCode)
    .join('');
}

function nothing() {
  const none = () => ({ ballots: 0, inBursts: 0, withdrawn: 0 });
  return { for: none(), against: none(), undecided: none() };
}

function byCode(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
