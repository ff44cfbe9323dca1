/**
 * A line of the crosswalk: a promise of a charter and what it is said to be related to. A machine proposes lines; only those that
 * a person confirmed are relations (./relation.ts), and only they are public.
 */
import type { LikenessReason, NearClauses } from './likeness.ts';
import type { CharterPromise } from './promise-words.ts';
import { turned, type Relation } from './relation.ts';

export const LINK_STATES = ['link-proposed', 'link-confirmed', 'link-refused', 'link-withdrawn'] as const;
export type LinkState = (typeof LINK_STATES)[number];

export type LinkTarget =
  ({ readonly kind: 'promise' } & CharterPromise) | { readonly kind: 'goal'; readonly goal: number };

/** Two promises always stand in one order (`orderedPair`), so that a pair is one line whoever proposes it, from either side. */
export type LinkPair = { readonly from: CharterPromise; readonly to: LinkTarget };

export type CrosswalkLink = LinkPair & {
  readonly id: number;
  readonly state: LinkState;
  /** From 1, one more with each decision. */
  readonly version: number;
  readonly origin: 'reader' | 'person';
  /** What `to` is to `from`; null: a goal, or nobody said it yet. */
  readonly relation: Relation | null;
  /** In words, from who decided; '' : nothing was said. */
  readonly reason: string;
  readonly likeness: readonly LikenessReason[];
  readonly near: NearClauses | null;
  readonly score: number;
  /** Of the words of both sides when they were compared. */
  readonly wordsSha256: string;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
};

/** With the relation as it reads in that order. */
export function orderedPair(
  { from, to }: LinkPair,
  relation: Relation | null = null,
): LinkPair & { readonly relation: Relation | null } {
  if (to.kind === 'goal' || keyOf(from) < keyOf(to)) return { from, to, relation };
  return {
    from: { edition: to.edition, item: to.item },
    to: { kind: 'promise', ...from },
    relation: relation === null ? null : turned(relation),
  };
}

/** Small letters, figures and hyphens: they sort as the database sorts bytes. */
function keyOf({ edition, item }: CharterPromise): string {
  return `${edition} ${item}`;
}
