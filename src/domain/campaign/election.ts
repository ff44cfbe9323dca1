/**
 * A municipal election: the general ones, whose days are data (data/elections), and those of one commune between two of
 * them. A day that nobody has set yet is null, never guessed.
 */
export type Election = {
  /** Stable code, also its address: `municipales-2026`, `partielle-94017-2028`. */
  readonly id: string;
  readonly kind: 'general' | 'by-election';
  /** Year of its first round. */
  readonly year: number;
  /** INSEE code; null: every municipality votes. */
  readonly municipality: string | null;
  /** First round, then second. */
  readonly rounds: readonly [BallotRound, BallotRound];
  /** Year in which the mandate that it opens is due to end. */
  readonly termTo: number;
  readonly source: { readonly title: string; readonly url: string | null; readonly note: string };
};

/** `heldOn`: YYYY-MM-DD, the day at the place; null: not set, or no second round. */
export type BallotRound = { readonly round: Round; readonly heldOn: string | null };
export type Round = 1 | 2;

/** `unknown`: no day is set. */
export type Phase = 'unknown' | 'before' | 'between-rounds' | 'after';

/** Where an election stands on a day (YYYY-MM-DD at the place). The day of a round belongs to what comes before it. */
export function phaseOn({ rounds: [first, second] }: Election, today: string): Phase {
  if (first.heldOn === null) return 'unknown';
  if (today <= first.heldOn) return 'before';
  return second.heldOn !== null && today <= second.heldOn ? 'between-rounds' : 'after';
}

/** The last day on which people vote; null when it is not set. */
export function lastDay({ rounds: [first, second] }: Election): string | null {
  return second.heldOn ?? first.heldOn;
}

/**
 * When the mandate opened by `election` ends in a municipality: with the next election held there, general or not.
 * `elections`: all that the municipality knows, in any order. `on` is null when the day is not set: the year is `year`.
 */
export function endOfMandate(
  election: Election,
  elections: readonly Election[],
): { readonly year: number; readonly on: string | null } {
  const mine = lastDay(election);
  const next = elections
    .filter((other) => other.id !== election.id && isAfter(other, { year: election.year, day: mine }))
    .toSorted((one, other) => (dayOrYear(one) < dayOrYear(other) ? -1 : 1))[0];
  return next === undefined ? { year: election.termTo, on: null } : { year: next.year, on: lastDay(next) };
}

function isAfter(other: Election, { year, day }: { readonly year: number; readonly day: string | null }): boolean {
  const theirs = lastDay(other);
  return theirs === null || day === null ? other.year > year : theirs > day;
}

/** A year without a day comes after every day of it: unknown days never end a mandate early. */
function dayOrYear(election: Election): string {
  return lastDay(election) ?? `${election.year}-99`;
}
