/** What was said in a negotiation, as the rules want it. */
import type { Edition } from '#domain/charter/edition.ts';
import { editionHas, itemOf, referenceOf, type Item } from '#domain/negotiation/item.ts';
import { lastWords, type LastWords } from '#domain/negotiation/said.ts';
import type { Stores } from '../stores.ts';
import type { StoredLocal, StoredSaying } from './negotiation-store.ts';

export type KnownWords = {
  readonly words: ReadonlyMap<string, LastWords<StoredSaying>>;
  readonly locals: readonly StoredLocal[];
};

export async function knownWords(stores: Stores, negotiation: number): Promise<KnownWords> {
  const sayings = await stores.negotiations.lastSayings(negotiation);
  const locals = await stores.negotiations.locals(negotiation);
  return { words: lastWords(sayings), locals };
}

export type UnknownItem = { readonly kind: 'unknown-item' };

export type FoundItem = {
  readonly item: Item;
  /** Words that an answer is compared with; null: a remark, which has none. */
  readonly reference: string | null;
};

/** The item that a form names, when this negotiation has it. */
export function findItem(
  key: string,
  of: { readonly edition: Edition; readonly locals: readonly StoredLocal[] },
): FoundItem | null {
  const item = itemOf(key);
  if (item === null) return null;
  if (item.kind === 'local') {
    const local = of.locals.find(({ number }) => number === item.number);
    return local === undefined ? null : { item, reference: local.text };
  }
  return editionHas(of.edition, item) ? { item, reference: referenceOf(of.edition, item) } : null;
}
