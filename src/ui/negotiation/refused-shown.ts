/** What a page shows of an act that was refused: where, why, and what was typed. */
import type { Position } from '#domain/negotiation/position.ts';
import type { TypedAnswer } from './answer-form.ts';

export type RefusedShown = {
  /** Key of the item, or name of the form. */
  readonly at: string;
  readonly problem: string;
  readonly typed: TypedAnswer | null;
  /** Somebody of the same side answered first: theirs is kept, yours is not yet. */
  readonly stale: StaleShown | null;
  /** Of a comment, a report or a local measure. */
  readonly words: string;
};

export type StaleShown = {
  readonly theirs: Position | null;
  readonly version: number;
  readonly yours: Position | null;
};
