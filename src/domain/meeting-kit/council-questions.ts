/**
 * Questions for the council that the state of a pact asks by itself: where the town hall never spoke, where the two voices
 * do not agree, where nobody said anything for a year. Never an answer, never a blame: what one would ask.
 */
import type { AssessmentStatus, Voice } from '../follow-up/assessment.ts';
import type { CommitmentKey } from '../follow-up/commitment-key.ts';
import { freshness } from '../follow-up/freshness.ts';
import { isPromised, type Promised } from '../follow-up/promised.ts';

export type KitPromise = Promised & {
  readonly key: CommitmentKey;
  /** « Mesure 15. Mobilités actives » */
  readonly label: string;
  readonly latest: Readonly<Record<Voice, KitAssessment | null>>;
};
/** `lookedOn`: YYYY-MM-DD, the day it speaks of, or the last on which it was said to be still so. */
export type KitAssessment = {
  readonly status: AssessmentStatus;
  readonly beforeMandate: boolean;
  readonly lookedOn: string;
};

export type CouncilQuestion =
  | {
      readonly kind: 'voices-differ';
      readonly label: string;
      readonly collective: AssessmentStatus;
      readonly townHall: AssessmentStatus;
    }
  | { readonly kind: 'town-hall-silent'; readonly label: string; readonly collective: AssessmentStatus }
  | { readonly kind: 'nobody-looked'; readonly label: string }
  | { readonly kind: 'stale'; readonly label: string; readonly months: number };

/** Those that matter most first: voices that differ, then silence, then what is old, then what nobody looked at. */
export function councilQuestions(promises: readonly KitPromise[], today: string): readonly CouncilQuestion[] {
  const found = promises.filter(isPromised).flatMap((promise) => questionOf(promise, today) ?? []);
  return found.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

const ORDER: readonly CouncilQuestion['kind'][] = ['voices-differ', 'town-hall-silent', 'stale', 'nobody-looked'];

function questionOf({ label, latest }: KitPromise, today: string): CouncilQuestion | null {
  const { collective, 'town-hall': townHall } = latest;
  if (collective === null && townHall === null) return { kind: 'nobody-looked', label };
  if (collective !== null && townHall === null)
    return { kind: 'town-hall-silent', label, collective: collective.status };
  if (collective !== null && townHall !== null && collective.status !== townHall.status)
    return { kind: 'voices-differ', label, collective: collective.status, townHall: townHall.status };
  const last =
    [collective, townHall]
      .flatMap((said) => said?.lookedOn ?? [])
      .toSorted()
      .at(-1) ?? null;
  const fresh = freshness(last, today);
  return fresh.kind === 'stale' ? { kind: 'stale', label, months: fresh.months } : null;
}
