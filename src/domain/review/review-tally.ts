/**
 * The figures of a review. A share always has its denominator: the promises about which something can be said. What was
 * done before the mandate, what cannot be assessed, what another body decides and what nobody looked at are counted apart,
 * and never as kept nor as broken. Ambition (what was promised out of what the charter proposes) stands beside.
 */
import { ASSESSMENT_STATUSES, type AssessmentStatus } from '../follow-up/assessment.ts';
import type { Stance } from '../pact/stance.ts';

export type ReviewTally = {
  /** Every promise of the pact. */
  readonly promises: number;
  /** Those with a status. */
  readonly lookedAt: number;
  readonly notLookedAt: number;
  /** The denominator of every share: looked at, and neither impossible to assess nor outside of the competence. */
  readonly assessable: number;
  /** Promises by status; those done before the mandate are not in `kept` nor anywhere else. */
  readonly byStatus: Readonly<Record<AssessmentStatus, number>>;
  readonly beforeMandate: number;
  readonly ambition: {
    /** Measures promised at least in part, out of those of the charter. */
    readonly measures: number;
    readonly measuresProposed: number;
    /** Levels promised at least in part, out of those of the charter. */
    readonly levels: number;
    readonly levelsProposed: number;
    readonly local: number;
  };
};

export type TalliedPromise = {
  readonly item: string;
  readonly stance: Stance;
  readonly levels: readonly { readonly stance: Stance }[];
  readonly said: { readonly status: AssessmentStatus; readonly beforeMandate: boolean } | null;
};

type Proposed = { readonly measures: readonly { readonly levels: readonly unknown[] }[] };

export function reviewTally(promises: readonly TalliedPromise[], edition: Proposed): ReviewTally {
  const said = promises.flatMap((promise) => (promise.said === null ? [] : [promise.said]));
  const during = said.filter(({ beforeMandate }) => !beforeMandate);
  const byStatus = statuses((status) => during.filter((entry) => entry.status === status).length);
  const beforeMandate = said.length - during.length;
  const taken = promises.filter(({ item, stance }) => item.startsWith('m') && isTaken(stance));
  return {
    promises: promises.length,
    lookedAt: said.length,
    notLookedAt: promises.length - said.length,
    assessable: during.length - byStatus['cannot-assess'] - byStatus['not-competent'],
    byStatus,
    beforeMandate,
    ambition: {
      measures: taken.length,
      measuresProposed: edition.measures.length,
      levels: taken.reduce((sum, { levels }) => sum + levels.filter(({ stance }) => isTaken(stance)).length, 0),
      levelsProposed: edition.measures.reduce((sum, { levels }) => sum + levels.length, 0),
      local: promises.filter(({ item }) => item.startsWith('l')).length,
    },
  };
}

function isTaken(stance: Stance): boolean {
  return stance === 'accepted' || stance === 'partial';
}

function statuses(count: (status: AssessmentStatus) => number): Record<AssessmentStatus, number> {
  return Object.fromEntries(ASSESSMENT_STATUSES.map((status) => [status, count(status)])) as Record<
    AssessmentStatus,
    number
  >;
}
