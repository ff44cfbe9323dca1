/**
 * Where the two sides stand on one item, and on several taken together. Computed from their last words, never kept.
 *
 * Levels are graduated but not cumulative: nothing here reads an answer to level 2 as one to level 1.
 */
import type { Measure } from '../charter/edition.ts';
import { SIDES, type Side } from '../signature/side.ts';
import { itemsOfMeasure, keyOf, type Item, type ItemKey } from './item.ts';
import { samePosition, type Position } from './position.ts';
import { SILENCE, type LastWords } from './said.ts';
import { otherSide } from './side.ts';

export type ItemState =
  | { readonly kind: 'unasked' }
  /** One side spoke, the other has not answered. */
  | { readonly kind: 'waiting'; readonly turn: Side }
  /** Both spoke and differ. `turn`: the side that did not speak last. */
  | { readonly kind: 'discussed'; readonly turn: Side }
  /** Both say the same; the observation is that of the counterpart, whose promise it is. */
  | { readonly kind: 'agreed'; readonly position: Position };

export type Words = ReadonlyMap<ItemKey, LastWords>;

export function itemState({ carrier, counterpart }: LastWords): ItemState {
  const asked = carrier?.position ?? null;
  const promised = counterpart?.position ?? null;
  if (asked === null && promised === null) return { kind: 'unasked' };
  if (asked === null) return { kind: 'waiting', turn: 'carrier' };
  if (promised === null) return { kind: 'waiting', turn: 'counterpart' };
  if (samePosition(asked, promised)) return { kind: 'agreed', position: promised };
  const last = (carrier?.order ?? 0) > (counterpart?.order ?? 0) ? 'carrier' : 'counterpart';
  return { kind: 'discussed', turn: otherSide(last) };
}

export function stateOfItem(words: Words, item: Item): ItemState {
  return itemState(words.get(keyOf(item)) ?? SILENCE);
}

export type MeasureState =
  | { readonly kind: 'unasked' }
  /** Only one side spoke of it. */
  | { readonly kind: 'waiting'; readonly turns: readonly Side[] }
  | { readonly kind: 'discussed'; readonly turns: readonly Side[] }
  /** All that was said of it is agreed. */
  | { readonly kind: 'agreed' };

/** The state of several items taken together: a level, a measure. */
export function stateOfItems(words: Words, items: readonly Item[]): MeasureState {
  const states = items.map((item) => stateOfItem(words, item)).filter(({ kind }) => kind !== 'unasked');
  if (states.length === 0) return { kind: 'unasked' };
  const open = states.filter((state) => state.kind === 'waiting' || state.kind === 'discussed');
  if (open.length === 0) return { kind: 'agreed' };
  const turns = SIDES.filter((side) => open.some(({ turn }) => turn === side));
  const bothSpoke = SIDES.every((side) => items.some((item) => positionOf(words, side, item) !== null));
  return { kind: bothSpoke ? 'discussed' : 'waiting', turns };
}

export function stateOfMeasure(words: Words, measure: Measure): MeasureState {
  return stateOfItems(words, itemsOfMeasure(measure));
}

/** What a side last said of an item; null: nothing, or nothing any more. */
export function positionOf(words: Words, side: Side, item: Item): Position | null {
  return (words.get(keyOf(item)) ?? SILENCE)[side]?.position ?? null;
}
