/**
 * A charter edition: a dated, frozen set of principles and measures.
 *
 * Editions are data (data/charters/*.yaml, each with its source); this file only says their shape.
 * Reading one from a document is src/reading/charter; loading the reviewed data is src/server/charters.
 */
import type { Target } from './target.ts';

export type Edition = {
  /** Stable code, also its address: `pacte-transition-2020`. */
  readonly id: string;
  readonly title: string;
  readonly principles: readonly Principle[];
  readonly measures: readonly Measure[];
};

export type Principle = {
  readonly letter: string;
  readonly title: string;
  readonly text: string;
};

export type Measure = {
  readonly number: number;
  readonly title: string;
  /** Empty when the edition gives a title alone. Levels are graduated but not cumulative. */
  readonly levels: readonly Level[];
};

export type Level = {
  /** 1 to 3; a single level is numbered 1. */
  readonly level: number;
  readonly clauses: readonly Clause[];
};

export type Clause = {
  /** From 1; 0 is a lead-in followed by bullets. */
  readonly clause: number;
  readonly text: string;
  readonly targets: readonly Target[];
};
