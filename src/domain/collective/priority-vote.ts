/**
 * A vote on priorities: the inhabitants of a commune choose the measures that matter most to them, among those of a
 * charter and those that the collective wrote. It opens and closes on days of the commune's zone.
 *
 * It advises the collective, which picks what it proposes. One ballot for one e-mail address, replaced until the
 * closing; counted once when it is over.
 */

/** `text` of a local measure as it stood when the vote was announced. */
export type VoteOption =
  | { readonly kind: 'measure'; readonly number: number }
  | { readonly kind: 'local'; readonly id: number; readonly number: number; readonly text: string };

/** `m15`, `l3` (the number of the row of a local measure). */
export function optionKey(option: VoteOption): string {
  return option.kind === 'measure' ? `m${String(option.number)}` : `l${String(option.id)}`;
}

export type LocalMeasure = {
  readonly id: number;
  readonly number: number;
  readonly text: string;
  readonly edition: string;
  readonly relatedMeasures: readonly number[];
};

export type PriorityVote = {
  readonly id: number;
  readonly collective: number;
  readonly edition: string;
  readonly options: readonly VoteOption[];
  readonly choices: number;
  /** Days included, in `zone`; the instants are the same. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly zone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly population: number | null;
  readonly cancelledAt: Date | null;
  /** Null until it is counted. */
  readonly result: VoteResult | null;
};

export type Priority = { readonly edition: string } & (
  { readonly kind: 'measure'; readonly measure: number } | { readonly kind: 'local'; readonly localMeasure: number }
);

export type VotePhase = 'planned' | 'open' | 'closed' | 'cancelled';

export function phaseOf(
  vote: { readonly opensAt: Date; readonly closesAt: Date; readonly cancelledAt: Date | null },
  now: Date,
): VotePhase {
  if (vote.cancelledAt !== null) return 'cancelled';
  if (now < vote.opensAt) return 'planned';
  return now < vote.closesAt ? 'open' : 'closed';
}

/** In days, both included. */
export const VOTE_DAYS = { least: 3, most: 180 } as const;

export type BallotFault =
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'too-many-chosen'; readonly most: number; readonly chosen: number }
  | { readonly kind: 'unknown-option'; readonly option: string };

/** Null: it is a ballot. The same option twice counts once. */
export function faultOfBallot(
  vote: { readonly options: readonly VoteOption[]; readonly choices: number },
  chosen: readonly string[],
): BallotFault | null {
  const keys = new Set(vote.options.map(optionKey));
  const unknown = chosen.find((option) => !keys.has(option));
  if (unknown !== undefined) return { kind: 'unknown-option', option: unknown };
  const different = new Set(chosen).size;
  if (different === 0) return { kind: 'nothing-chosen' };
  return different > vote.choices ? { kind: 'too-many-chosen', most: vote.choices, chosen: different } : null;
}

/** `counts`: every option, most chosen first; as many ballots, in the order of the vote. */
export type VoteResult = {
  readonly ballots: number;
  readonly counts: readonly { readonly option: string; readonly ballots: number }[];
};

/** The order of the ballots does not count. */
export function countBallots(options: readonly VoteOption[], ballots: readonly (readonly string[])[]): VoteResult {
  const chosen = new Map(options.map((option) => [optionKey(option), 0]));
  for (const ballot of ballots) {
    for (const option of new Set(ballot)) {
      const before = chosen.get(option);
      if (before !== undefined) chosen.set(option, before + 1);
    }
  }
  const counts = Array.from(chosen, ([option, times]) => ({ option, ballots: times }));
  return { ballots: ballots.length, counts: counts.toSorted((one, other) => other.ballots - one.ballots) };
}

/** Equal numbers share a rank: 1, 2, 2, 4. */
export function ranksOf(result: VoteResult): readonly { option: string; ballots: number; rank: number }[] {
  return result.counts.map((count) => ({
    ...count,
    rank: 1 + result.counts.filter((other) => other.ballots > count.ballots).length,
  }));
}
