/**
 * What was said, in order. Nothing is ever overwritten: each side adds a version of its position on an item, and the
 * last one counts. Taking one's words back is a version too (`position: null`).
 */
import type { ItemKey } from './item.ts';
import type { Position } from './position.ts';
import type { Side } from '../signature/side.ts';

export type Saying = {
  readonly item: ItemKey;
  readonly side: Side;
  /** From 1, for each side and item. */
  readonly version: number;
  /** Null: the side says nothing of it any more. */
  readonly position: Position | null;
  /** Grows with every saying of the negotiation: tells who spoke last. */
  readonly order: number;
};

/** The last words of each side on one item; null: the side never spoke of it. */
export type LastWords<Kept extends Saying = Saying> = {
  readonly carrier: Kept | null;
  readonly counterpart: Kept | null;
};

export const SILENCE: LastWords<never> = { carrier: null, counterpart: null };

/** The last words on every item spoken of; `sayings` in any order. */
export function lastWords<Kept extends Saying>(sayings: readonly Kept[]): ReadonlyMap<ItemKey, LastWords<Kept>> {
  const last = new Map<ItemKey, LastWords<Kept>>();
  for (const saying of sayings) {
    const known = last.get(saying.item) ?? SILENCE;
    const before = known[saying.side];
    if (before === null || before.version < saying.version) last.set(saying.item, { ...known, [saying.side]: saying });
  }
  return last;
}
