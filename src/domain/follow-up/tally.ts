/**
 * What was done of a pact, as one voice tells it: counts that add up to what was signed. What nobody looked at stays among the
 * signed; what cannot be assessed, is not the municipality's business or was done before is counted apart. The method says
 * the same in words (data/method).
 */
import type { AssessmentStatus, Voice } from './assessment.ts';
import { freshness, latestDay } from './freshness.ts';
import { isPromised, promisedLevels, type Promised } from './promised.ts';

export type CountedPromise = Promised & {
  /** Null: this voice never spoke of it. */
  readonly latest: Readonly<Record<Voice, CountedAssessment | null>>;
};
export type CountedAssessment = {
  readonly status: AssessmentStatus;
  readonly beforeMandate: boolean;
  /** The day it speaks of, or the last on which it was said to be still so. */
  readonly lookedOn: string;
};

/** All but `signed`, `stale` and `lookedOn` add up to `signed`. */
export type FollowUpTally = {
  /** Promises taken at least in part, measures, principles and local commitments alike. */
  readonly signed: number;
  readonly kept: number;
  readonly partlyKept: number;
  readonly underway: number;
  readonly notStarted: number;
  readonly broken: number;
  readonly beforeMandate: number;
  readonly cannotAssess: number;
  readonly notCompetent: number;
  /** Never looked at by this voice. */
  readonly never: number;
  /** Looked at, but not for a year: counted above with what was said then. */
  readonly stale: number;
  /** The last day this voice looked at anything; null: never. */
  readonly lookedOn: string | null;
};

/** `today`: the day at the place. */
export function tallyOf(
  promises: readonly CountedPromise[],
  { voice, today }: { readonly voice: Voice; readonly today: string },
): FollowUpTally {
  const signed = promises.filter(isPromised);
  const said = signed.flatMap(({ latest }) => latest[voice] ?? []);
  const during = said.filter(({ beforeMandate }) => !beforeMandate);
  const of = (status: AssessmentStatus): number => during.filter((one) => one.status === status).length;
  return {
    signed: signed.length,
    kept: of('kept'),
    partlyKept: of('partly-kept'),
    underway: of('underway'),
    notStarted: of('not-started'),
    broken: of('broken'),
    beforeMandate: said.length - during.length,
    cannotAssess: of('cannot-assess'),
    notCompetent: of('not-competent'),
    never: signed.length - said.length,
    stale: said.filter(({ lookedOn }) => freshness(lookedOn, today).kind === 'stale').length,
    lookedOn: latestDay(said.map(({ lookedOn }) => lookedOn)),
  };
}

/**
 * Kept among what can be counted: signed, less what was done before, cannot be assessed or is not theirs to do. Null when
 * nothing that counts was looked at: no share is made of nothing.
 */
export function shareKept(tally: FollowUpTally): { readonly kept: number; readonly of: number } | null {
  const of = tally.signed - tally.beforeMandate - tally.cannotAssess - tally.notCompetent;
  const looked = tally.kept + tally.partlyKept + tally.underway + tally.notStarted + tally.broken;
  return looked === 0 ? null : { kept: tally.kept, of };
}

/** How much was promised, beside what was kept: timid promises are easily kept. */
export type Ambition = {
  readonly measures: number;
  readonly ofMeasures: number;
  readonly levels: number;
  readonly ofLevels: number;
};

/** `edition`: how many levels each measure of the charter has; a measure without level counts for none. */
export function ambitionOf(
  measures: readonly Promised[],
  edition: readonly { readonly levels: readonly unknown[] }[],
): Ambition {
  const taken = measures.filter(isPromised);
  return {
    measures: taken.length,
    ofMeasures: edition.length,
    levels: taken.reduce((sum, measure) => sum + promisedLevels(measure).length, 0),
    ofLevels: edition.reduce((sum, { levels }) => sum + levels.length, 0),
  };
}
