/** Why a machine thinks that two promises are relatives. It is for a person to look at: no likeness is a relation. */
import type { CharterPromise } from './promise-words.ts';
import type { Relation } from './relation.ts';

export type LikenessReason =
  /** Both have the same title, but for case, accents and signs. */
  | { readonly kind: 'same-title' }
  /** Clauses that both hold, word for word. */
  | { readonly kind: 'same-clauses'; readonly clauses: number }
  /** Words that say the same on both sides, as each writes them. One to six. */
  | { readonly kind: 'shared-words'; readonly words: readonly { readonly from: string; readonly to: string }[] }
  /** Words of the list of a goal (data/goals) that the promise holds, as it writes them. */
  | { readonly kind: 'goal-words'; readonly words: readonly string[] }
  /**
   * Confirmed of a measure that one of them comes from, whose words changed since. `relation`: what "to" was to "from"; null: a goal.
   * `reason`: as it was given then.
   */
  | {
      readonly kind: 'said-before';
      readonly of: CharterPromise;
      readonly relation: Relation | null;
      readonly reason: string;
    };

/** `score`: 0 to 1, to put proposals in order; never shown as a figure. */
export type Likeness = { readonly score: number; readonly reasons: readonly LikenessReason[] };

/** Where two promises are nearest: a clause of each. */
export type NearClauses = {
  readonly from: { readonly level: number; readonly clause: number };
  readonly to: { readonly level: number; readonly clause: number };
};

/** `near` null: no clause is near any of the other. */
export type RelativeFound = Likeness & {
  readonly from: string;
  readonly to: string;
  readonly near: NearClauses | null;
};

export type GoalFound = Likeness & { readonly from: string; readonly goal: number };
