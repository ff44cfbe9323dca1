/**
 * Answers given in one gesture: a level or a measure as proposed, all that the other side said of a measure.
 *
 * Each comes down to the sayings that one would have typed; items of which one already says the same are left alone.
 */
import type { Measure, Principle } from '../charter/edition.ts';
import type { Side } from '../signature/side.ts';
import { itemsOfMeasure, type Item } from './item.ts';
import { positionOf, type Words } from './item-state.ts';
import { samePosition, type Position } from './position.ts';
import { otherSide } from './side.ts';

export type NewWords = { readonly item: Item; readonly position: Position | null };

export const AS_PROPOSED: Position = { stance: { kind: 'accepted' }, wording: null, observation: null };

/** Takes these items in the words of the edition. One's own observations stay. */
export function takeAsProposed(words: Words, side: Side, items: readonly Item[]): readonly NewWords[] {
  return items.flatMap((item) => {
    const own = positionOf(words, side, item);
    if (own !== null && samePosition(own, AS_PROPOSED)) return [];
    return [{ item, position: { ...AS_PROPOSED, observation: own?.observation ?? null } }];
  });
}

/** Says what the other side said, where it said something. One's own observations stay. */
export function acceptTheirs(words: Words, side: Side, items: readonly Item[]): readonly NewWords[] {
  return items.flatMap((item) => {
    const theirs = positionOf(words, otherSide(side), item);
    const own = positionOf(words, side, item);
    if (theirs === null || (own !== null && samePosition(own, theirs))) return [];
    return [{ item, position: { ...theirs, observation: own?.observation ?? null } }];
  });
}

/** Takes back all that this side said of these items. */
export function takeBack(words: Words, side: Side, items: readonly Item[]): readonly NewWords[] {
  return items.flatMap((item) => (positionOf(words, side, item) === null ? [] : [{ item, position: null }]));
}

export function itemsOfLevel(measure: Measure, level: number): readonly Item[] {
  return itemsOfMeasure(measure).filter((item) => item.kind === 'clause' && item.level === level);
}

export function itemsOfPrinciples(principles: readonly Principle[]): readonly Item[] {
  return principles.map(({ letter }) => ({ kind: 'principle', letter }));
}
