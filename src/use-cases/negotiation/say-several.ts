/**
 * Several answers in one gesture: a level, a measure or the whole charter as proposed; all that the other side said of
 * something; all that one said taken back.
 *
 * What is accepted is what the person saw: when the other side has spoken since, nothing is said and the page is shown
 * anew.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { itemsOfMeasure, keyOf, type Item } from '#domain/negotiation/item.ts';
import { positionOf } from '#domain/negotiation/item-state.ts';
import { SILENCE } from '#domain/negotiation/said.ts';
import {
  acceptTheirs,
  itemsOfLevel,
  itemsOfPrinciples,
  takeAsProposed,
  takeBack,
  type NewWords,
} from '#domain/negotiation/several-at-once.ts';
import { otherSide } from '#domain/negotiation/side.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Stores } from '../stores.ts';
import { enterNegotiation, type CannotEnterNegotiation } from './enter-negotiation.ts';
import { findItem, knownWords, type KnownWords, type UnknownItem } from './known-words.ts';
import { recordAct } from './record-act.ts';

export type Gesture = 'take' | 'accept' | 'take-back';

/** On what: one item by its key, a level, a measure, all principles, or the whole charter. */
export type Scope =
  | { readonly kind: 'item'; readonly item: string }
  | { readonly kind: 'level'; readonly measure: number; readonly level: number }
  | { readonly kind: 'measure'; readonly measure: number }
  | { readonly kind: 'principles' }
  | { readonly kind: 'everything' };

export type SaySeveral = {
  readonly negotiation: number;
  readonly gesture: Gesture;
  readonly scope: Scope;
  /** The latest saying that the person saw (its `order`); 0: none. */
  readonly seen: number;
  readonly forCounterpart?: boolean;
};

export type CannotSaySeveral =
  | CannotEnterNegotiation
  | UnknownItem
  /** Somebody spoke of it since the page was shown. */
  | { readonly kind: 'spoken-since' };

/** `items`: how many answers were added. */
export async function saySeveral(
  stores: Stores,
  actor: Actor,
  request: SaySeveral,
  now: Date,
): Promise<Result<{ readonly items: number }, CannotSaySeveral>> {
  return await stores.together(async (all): Promise<Result<{ readonly items: number }, CannotSaySeveral>> => {
    const { negotiation: id, gesture, forCounterpart = false } = request;
    const entered = await enterNegotiation(all, actor, { act: 'say-position', id, lock: true, forCounterpart });
    if (!entered.ok) return entered;
    const { edition, side } = entered.value;
    const known = await knownWords(all, id);
    const named = itemsIn(request.scope, edition, known);
    if (named === null || named.length === 0) return refuse({ kind: 'unknown-item' });
    // Asking for the whole charter fills silences: what one said of a clause is never replaced by it.
    const fills = request.scope.kind === 'everything' && gesture === 'take';
    const items = fills ? named.filter((item) => positionOf(known.words, side, item) === null) : named;
    const newest = Math.max(0, ...items.flatMap((item) => ordersOf(known, item, sidesThatCount(gesture, side))));
    if (newest > request.seen) return refuse({ kind: 'spoken-since' });

    const sayings = await sayAll(all, id, {
      known,
      news: newWords(gesture, { known, side, items }),
      by: entered.value,
      now,
    });
    if (sayings.length === 0) return accept({ items: 0 });
    await recordAct(all, entered.value, {
      act: 'say-position',
      at: now,
      changed: { what: 'said', items: sayings.map(({ item }) => item) },
      says: { gesture, sayings },
    });
    return accept({ items: sayings.length });
  });
}

/** What the other side said counts when it is accepted; one's own when it is replaced. */
function sidesThatCount(gesture: Gesture, side: Side): readonly Side[] {
  return gesture === 'accept' ? [side, otherSide(side)] : [side];
}

function ordersOf({ words }: KnownWords, item: Item, sides: readonly Side[]): readonly number[] {
  const last = words.get(keyOf(item)) ?? SILENCE;
  return sides.flatMap((side) => last[side]?.order ?? []);
}

function itemsIn(scope: Scope, edition: Edition, { locals }: KnownWords): readonly Item[] | null {
  switch (scope.kind) {
    case 'item': {
      const found = findItem(scope.item, { edition, locals });
      return found === null || found.item.kind === 'remark' ? null : [found.item];
    }
    case 'level':
    case 'measure': {
      const measure = edition.measures.find(({ number }) => number === scope.measure);
      if (measure === undefined) return null;
      return scope.kind === 'level' ? itemsOfLevel(measure, scope.level) : itemsOfMeasure(measure);
    }
    case 'principles':
      return itemsOfPrinciples(edition.principles);
    case 'everything':
      return [...itemsOfPrinciples(edition.principles), ...edition.measures.flatMap(itemsOfMeasure)];
  }
}

function newWords(
  gesture: Gesture,
  {
    known: { words },
    side,
    items,
  }: { readonly known: KnownWords; readonly side: Side; readonly items: readonly Item[] },
): readonly NewWords[] {
  switch (gesture) {
    case 'take':
      return takeAsProposed(words, side, items);
    case 'accept':
      return acceptTheirs(words, side, items);
    case 'take-back':
      return takeBack(words, side, items);
  }
}

type Speaker = { readonly side: Side; readonly by: string; readonly origin: 'own' | 'reported' | 'start' };

/** Adds each as the next version of its side; the negotiation is locked, so nobody comes in between. */
export async function sayAll(
  all: Stores,
  id: number,
  {
    known,
    news,
    by,
    now,
  }: { readonly known: KnownWords; readonly news: readonly NewWords[]; readonly by: Speaker; readonly now: Date },
) {
  const sayings = news.map(({ item, position }) => {
    const key = keyOf(item);
    const version = ((known.words.get(key) ?? SILENCE)[by.side]?.version ?? 0) + 1;
    return { item: key, version, position };
  });
  const { side, origin } = by;
  for (const saying of sayings) await all.negotiations.say(id, { ...saying, side, origin, by: by.by, at: now });
  return sayings;
}
