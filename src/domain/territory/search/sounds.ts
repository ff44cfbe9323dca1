/**
 * Names that sound nearly like the words typed: "champini", "monpelier", "boulogne bilancour".
 *
 * Candidates share pairs of letters with the query: one wrong letter spoils two pairs at most, so a name within reach
 * shares at least the others (Ukkonen, "Approximate string-matching with q-grams and maximal matches", 1992). They are
 * then measured by the edit distance to the beginning of the name, so that a word may be unfinished.
 */
import { joinSounds, soundKey } from '../fold.ts';
import { prepareDistance } from './distance.ts';
import { SMALL_WORDS } from './small-words.ts';

export type SoundIndex = {
  /** Names as they sound, from each of their main words on. */
  readonly keys: readonly string[];
  /** `entries[i]`: the name that `keys[i]` comes from. */
  readonly entries: Int32Array;
  /** 1 when `keys[i]` starts at the first main word. */
  readonly fromStart: Uint8Array;
  /** Keys that hold pair p: `holders[offsets[p]]` up to `holders[offsets[p + 1]]`, excluded. */
  readonly holders: Int32Array;
  readonly offsets: Int32Array;
};

/** `distance`: letters wrong, plus one when the words are not the first ones of the name. */
export type Near = { readonly entry: number; readonly distance: number };

const LETTERS = 36;

export function buildSounds(foldedNames: readonly string[]): SoundIndex {
  const keys: string[] = [];
  const entries: number[] = [];
  const fromStart: number[] = [];
  const sounds = new Map<string, string>();
  foldedNames.forEach((folded, entry) => {
    const words = folded.split(' ');
    const parts = words.map((word) => soundOf(word, sounds));
    let first = true;
    words.forEach((word, position) => {
      if (SMALL_WORDS.has(word) && position < words.length - 1) return;
      keys.push(joinSounds(parts.slice(position)));
      entries.push(entry);
      fromStart.push(first ? 1 : 0);
      first = false;
    });
  });
  return { keys, entries: Int32Array.from(entries), fromStart: Uint8Array.from(fromStart), ...buildPairs(keys) };
}

/** Names are made of few words: each is heard once. */
function soundOf(word: string, known: Map<string, string>): string {
  const sound = known.get(word) ?? soundKey(word);
  known.set(word, sound);
  return sound;
}

/** Names within reach of the words, in no order; none for words of three letters or less. */
export function findSoundingLike(
  sounds: SoundIndex,
  words: readonly string[],
  accepts: (entry: number) => boolean,
): readonly Near[] {
  const firstMain = words.findIndex((word) => !SMALL_WORDS.has(word));
  const wanted = joinSounds(words.slice(Math.max(firstMain, 0)).map(soundKey));
  const allowed = allowedErrors(wanted.length);
  if (allowed === 0) return [];
  const distanceToStart = prepareDistance(wanted);
  const pairs: number[] = [];
  forEachPair(wanted, (pair) => pairs.push(pair));
  const needed = Math.max(1, pairs.length - 2 * allowed);
  const shared = new Uint8Array(sounds.keys.length);
  const near: Near[] = [];
  for (const pair of pairs) {
    const end = sounds.offsets[pair + 1] ?? 0;
    for (let position = sounds.offsets[pair] ?? 0; position < end; position += 1) {
      const key = sounds.holders[position] ?? 0;
      const count = (shared[key] = (shared[key] ?? 0) + 1);
      // Measured once, when it has just enough.
      if (count !== needed) continue;
      const name = sounds.keys[key] ?? '';
      if (name.length < wanted.length - allowed) continue;
      const errors = distanceToStart(name, allowed);
      const entry = sounds.entries[key] ?? 0;
      if (errors > allowed || !accepts(entry)) continue;
      near.push({ entry, distance: errors + (sounds.fromStart[key] === 1 ? 0 : 1) });
    }
  }
  return near;
}

/** Wrong, missing or extra letters forgiven. Short words have too many neighbours. */
function allowedErrors(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/** Two passes, count then place: one flat list, and nothing to throw away. */
function buildPairs(keys: readonly string[]): Pick<SoundIndex, 'holders' | 'offsets'> {
  const offsets = new Int32Array(LETTERS * LETTERS + 1);
  for (const key of keys) forEachPair(key, (pair) => (offsets[pair + 1] = (offsets[pair + 1] ?? 0) + 1));
  for (let pair = 1; pair < offsets.length; pair += 1) offsets[pair] = (offsets[pair] ?? 0) + (offsets[pair - 1] ?? 0);
  const next = offsets.slice();
  const holders = new Int32Array(offsets.at(-1) ?? 0);
  keys.forEach((key, number) => {
    forEachPair(key, (pair) => {
      const position = next[pair] ?? 0;
      holders[position] = number;
      next[pair] = position + 1;
    });
  });
  return { holders, offsets };
}

/** Numbers of the pairs of neighbouring letters, each once. Folded text has only a to z and 0 to 9. */
function forEachPair(key: string, visit: (pair: number) => void): void {
  round += 1;
  for (let position = 0; position + 1 < key.length; position += 1) {
    const pair = letterAt(key, position) * LETTERS + letterAt(key, position + 1);
    if (seen[pair] === round) continue;
    seen[pair] = round;
    visit(pair);
  }
}

/** The round in which each pair was last met: clearing a set for every name would cost more than the rest. */
const seen = new Float64Array(LETTERS * LETTERS);
let round = 0;

function letterAt(key: string, position: number): number {
  const unit = key.charCodeAt(position);
  return unit >= 97 ? unit - 97 : unit - 48 + 26;
}
