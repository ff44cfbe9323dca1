/**
 * One item of a negotiation as its page sets it: the reference text, what each side says of it with its differences word by
 * word, whose turn it is, and what a form needs to send back.
 */
import { itemState, type ItemState } from '#domain/negotiation/item-state.ts';
import { keyOf, type Item } from '#domain/negotiation/item.ts';
import type { Position } from '#domain/negotiation/position.ts';
import { SILENCE, type LastWords } from '#domain/negotiation/said.ts';
import { comparedWords, type WordingPart } from '#domain/pact/compared-words.ts';
import { sameWords } from '#domain/pact/same-words.ts';
import type { Side } from '#domain/signature/side.ts';
import type { StoredSaying } from '#use-cases/negotiation/negotiation-store.ts';

export type SideShown = {
  readonly position: Position | null;
  /** The wording against the reference; null: the reference as it stands. */
  readonly changed: readonly WordingPart[] | null;
  readonly origin: StoredSaying['origin'];
  readonly at: Date;
  readonly hidden: StoredSaying['hidden'];
  /** Number of the saying, to report it. */
  readonly saying: number;
  readonly version: number;
};

export type ItemShown = {
  readonly key: string;
  readonly item: Item;
  /** '' for a remark. */
  readonly reference: string;
  readonly state: ItemState;
  readonly carrier: SideShown | null;
  readonly counterpart: SideShown | null;
  /** What lies between the two wordings, when both sides propose one of their own that differ. */
  readonly between: readonly WordingPart[] | null;
  /** Latest saying shown here, to be sent back with « d’accord ». */
  readonly seen: number;
};

export type Known = ReadonlyMap<string, LastWords<StoredSaying>>;

export function itemShown(words: Known, item: Item, reference: string): ItemShown {
  const last = words.get(keyOf(item)) ?? SILENCE;
  const carrier = sideShown(last.carrier, reference);
  const counterpart = sideShown(last.counterpart, reference);
  const [asked, promised] = [carrier?.position?.wording ?? null, counterpart?.position?.wording ?? null];
  return {
    key: keyOf(item),
    item,
    reference,
    state: itemState(last),
    carrier,
    counterpart,
    between: asked === null || promised === null || sameWords(asked, promised) ? null : comparedWords(asked, promised),
    seen: Math.max(last.carrier?.order ?? 0, last.counterpart?.order ?? 0),
  };
}

export function sideShown(saying: StoredSaying | null, reference: string): SideShown | null {
  if (saying === null) return null;
  const { position, origin, at, hidden, order, version } = saying;
  const wording = position?.wording ?? null;
  return {
    position,
    changed: wording === null ? null : comparedWords(reference, wording),
    origin,
    at,
    hidden,
    saying: order,
    version,
  };
}

/** What a side says now; null: nothing. */
export function saidBy(shown: ItemShown, side: Side): Position | null {
  return shown[side]?.position ?? null;
}
