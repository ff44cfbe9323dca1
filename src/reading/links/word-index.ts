/**
 * Texts near each other by the words they share, as in Salton's vector model: a cosine between bags of words (./word-bag.ts), each
 * word being worth what it tells.
 */
import { IN_TITLE, type Told, type WordBag } from './word-bag.ts';

export type WordIndex = {
  /** Texts that hold a key, by their place in the list. */
  readonly holding: ReadonlyMap<string, readonly { readonly at: number; readonly told: Told }[]>;
  readonly lengths: readonly number[];
  readonly worth: (key: string) => number;
};

export type SharedWord = { readonly here: Told; readonly there: Told; readonly part: number };
/** `cosine`: 0 to 1. */
export type Shared = { readonly cosine: number; readonly words: readonly SharedWord[] };
export const NOTHING_SHARED: Shared = { cosine: 0, words: [] };

/**
 * A word is worth what it tells: found in one text out of thirty it tells which, found in all it tells none. `besides`: other
 * texts of which the habits of language count too (every proposal of a charter begins with « Je m’engage à »).
 */
export function indexOf(bags: readonly WordBag[], besides: readonly WordBag[] = []): WordIndex {
  const holding = new Map<string, { at: number; told: Told }[]>();
  for (const [at, bag] of bags.entries()) {
    for (const [key, told] of bag) {
      const known = holding.get(key);
      if (known === undefined) holding.set(key, [{ at, told }]);
      else known.push({ at, told });
    }
  }
  const elsewhere = new Map<string, number>();
  for (const bag of besides) for (const key of bag.keys()) elsewhere.set(key, (elsewhere.get(key) ?? 0) + 1);
  const all = Math.max(bags.length + besides.length, 8);
  const held = (key: string): number => (holding.get(key)?.length ?? 0) + (elsewhere.get(key) ?? 0);
  const worth = (key: string): number => Math.log(1 + all / (1 + Math.max(1, held(key))));
  return { holding, lengths: bags.map((bag) => lengthOf(bag, worth)), worth };
}

/** The texts of the index that share a word with this one, by their place. Cost: the words shared. */
export function sharedWith({ holding, lengths, worth }: WordIndex, bag: WordBag): ReadonlyMap<number, Shared> {
  const found = new Map<number, SharedWord[]>();
  for (const [key, here] of bag) {
    for (const { at, told: there } of holding.get(key) ?? []) {
      const word = { here, there, part: here.weight * there.weight * worth(key) ** 2 };
      const known = found.get(at);
      if (known === undefined) found.set(at, [word]);
      else known.push(word);
    }
  }
  const length = lengthOf(bag, worth);
  return new Map(
    [...found].map(([at, words]) => {
      const dot = words.reduce((sum, { part }) => sum + part, 0);
      return [at, { cosine: dot / (length * (lengths[at] ?? Infinity)), words }];
    }),
  );
}

/**
 * At most `most`, those that tell most first. None: one word in common, however rare, is an accident unless it stands in both
 * titles.
 */
export function wordsThatTell(words: readonly SharedWord[], most: number): readonly SharedWord[] {
  const [first] = words;
  if (words.length === 1 && first !== undefined && Math.min(first.here.weight, first.there.weight) < IN_TITLE)
    return [];
  return words.toSorted((a, b) => b.part - a.part).slice(0, most);
}

function lengthOf(bag: WordBag, worth: (key: string) => number): number {
  let sum = 0;
  for (const [key, { weight }] of bag) sum += (weight * worth(key)) ** 2;
  return Math.sqrt(sum);
}
