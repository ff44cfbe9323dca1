/**
 * The figures of a review, by the rules of the method (../follow-up/tally.ts), counted on what this review says alone: the
 * denominator of every share is what was signed, less what is counted apart. What nobody looked at stays among the signed.
 * Ambition (what was promised out of what the charter proposes) stands beside.
 */
import type { AssessmentStatus } from '../follow-up/assessment.ts';
import { isPromised } from '../follow-up/promised.ts';
import { ambitionOf, tallyOf, type Ambition } from '../follow-up/tally.ts';
import type { Stance } from '../pact/stance.ts';

export type ReviewTally = {
  /** Promises taken at least in part: measures, principles and local commitments alike. */
  readonly signed: number;
  /** Among the signed, those of which this review says something, and the others. */
  readonly lookedAt: number;
  readonly notLookedAt: number;
  /** Signed, less what was done before, cannot be assessed or is not theirs to do: the denominator. */
  readonly counted: number;
  /** Of the signed; those done before the mandate are apart, in none of these. */
  readonly byStatus: Readonly<Record<AssessmentStatus, number>>;
  readonly beforeMandate: number;
  /** Followed and not counted as signed: left to another authority, or lost on the way. */
  readonly besides: number;
  readonly ambition: Ambition & { readonly local: number };
  /**
   * YYYY-MM-DD, the day of the last finding counted; null: nothing is counted. Absent of reviews published before this was
   * kept: they gave the day of their publication, and are shown with it as they were.
   */
  readonly lookedOn?: string | null;
};

export type TalliedPromise = {
  readonly item: string;
  readonly stance: Stance;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
  readonly said: {
    readonly status: AssessmentStatus;
    readonly beforeMandate: boolean;
    /** YYYY-MM-DD; '' while nobody said the day. */
    readonly assessedOn: string;
  } | null;
};

export function reviewTally(
  promises: readonly TalliedPromise[],
  edition: { readonly measures: readonly { readonly levels: readonly unknown[] }[] },
): ReviewTally {
  const counted = promises.map((promise) => ({
    ...promise,
    latest: {
      collective: promise.said === null ? null : { ...promise.said, lookedOn: promise.said.assessedOn },
      'town-hall': null,
    },
  }));
  // How old a finding is plays no part in these figures.
  const tally = tallyOf(counted, { voice: 'collective', today: ANY_DAY });
  return {
    signed: tally.signed,
    lookedAt: tally.signed - tally.never,
    notLookedAt: tally.never,
    counted: tally.signed - tally.beforeMandate - tally.cannotAssess - tally.notCompetent,
    byStatus: {
      'not-started': tally.notStarted,
      underway: tally.underway,
      'partly-kept': tally.partlyKept,
      kept: tally.kept,
      broken: tally.broken,
      'cannot-assess': tally.cannotAssess,
      'not-competent': tally.notCompetent,
    },
    beforeMandate: tally.beforeMandate,
    besides: promises.filter((promise) => !isPromised(promise)).length,
    ambition: {
      ...ambitionOf(
        promises.filter(({ item }) => item.startsWith('m')),
        edition.measures,
      ),
      local: promises.filter((promise) => promise.item.startsWith('l') && isPromised(promise)).length,
    },
    lookedOn: tally.lookedOn,
  };
}

/** The day that the figures of a review speak of. */
export function figuresOn({
  tally,
  publishedOn,
}: {
  readonly tally: ReviewTally;
  readonly publishedOn: string;
}): string {
  return tally.lookedOn ?? publishedOn;
}

const ANY_DAY = '2000-01-01';
