/** The points to check of one level, as one pact took it: those to look at, and those about clauses that it did not take. */
import type { Check } from '../charter/annotation.ts';
import { clauseSigned, type LevelTaken } from '../pact/clause-signed.ts';

export type PointsToCheck = {
  readonly checks: readonly Check[];
  /** Never asked and never counted: all the clauses that they look at were left out. */
  readonly leftOut: readonly Check[];
};

export function pointsToCheck(checks: readonly Check[], taken: LevelTaken): PointsToCheck {
  const isLeftOut = ({ clauses = [] }: Check) =>
    clauses.length > 0 && clauses.every((clause) => clauseSigned(taken, clause).kind === 'left-out');
  return { checks: checks.filter((check) => !isLeftOut(check)), leftOut: checks.filter(isLeftOut) };
}
