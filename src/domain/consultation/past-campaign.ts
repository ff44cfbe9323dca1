/**
 * What became of one measure of an edition, beside its figures (../observatory/figures.ts): in which other words it was taken,
 * and what people said of it. The evidence for changing it, or for keeping it.
 */
import type { AssessmentStatus, Voice } from '../follow-up/assessment.ts';

/** What stands instead of a part of the measure. Level 0, clause 0: its title. Clause 0 of a level introduces it, or is all of it. */
export type SignedWording = {
  readonly level: number;
  readonly clause: number;
  readonly words: string;
  readonly pacts: number;
  /** The first `NAMED_PACTS` of them. */
  readonly first: readonly PactNamed[];
};

export type PactNamed = { readonly pact: number; readonly place: string };

/** Most signed first. `all`: how many different ones there are, those that are not here too. */
export type SignedWordings = { readonly rows: readonly SignedWording[]; readonly all: number };

/** The list's own words when it signed; what a voice says of where it stands; what anybody else says. */
export const SAYING_KINDS = ['observation', 'assessment', 'remark'] as const;
export type SayingKind = (typeof SAYING_KINDS)[number];

export type Saying = PactNamed & {
  readonly words: string;
  /** Who says it, as they sign; null: unsaid. */
  readonly by: string | null;
  /** YYYY-MM-DD; null: no source says it. */
  readonly on: string | null;
  /** Of an assessment. */
  readonly said: { readonly voice: Voice; readonly status: AssessmentStatus } | null;
};

/** The latest pacts, or remarks, first. `next`: what to ask the rest with; null: that was all. */
export type Sayings = { readonly rows: readonly Saying[]; readonly next: number | null };

export const MOST_WORDINGS = 30;
export const NAMED_PACTS = 3;
/** Pacts, or remarks, of one page of what was said. */
export const MOST_SAID = 20;
