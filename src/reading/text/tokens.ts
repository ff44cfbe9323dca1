/**
 * Words of a text with their places.
 *
 * A token is a run of letters and digits, an inclusive form taken whole (`citoyen·ne·s`), `%` or
 * `€`. Punctuation, list glyphs, spaces and HTML tags are between tokens, never in them.
 */
import { foldInclusive, foldWord } from './fold.ts';

/** Parallel arrays, in text order: folded key, UTF-16 start and end of each token. */
export type Tokens = {
  readonly keys: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

const WORD = /<\/?[a-zA-Z][^<>\n]{0,120}>|[\p{L}\p{M}\p{N}]+|[%€]/gu;

const FEMININE = '(?:s|es?|nes?|ses?|tes?|ves?|les?|i?ères?|eres?|euses?|r?ices?|trices?|ives?)';
/** `·es`, `·e·s`, `.es`, `(e)s`, `-e-s`: only suffixes that French inclusive writing uses. */
const INCLUSIVE = new RegExp(
  `(?:[·•∙⋅‧・]${FEMININE}){1,2}(?![\\p{L}\\p{N}])` +
    `|(?:\\.(?:e|es|ne|nes|se|ses|ve|ves|trice|trices|rice|rices|ice|ices)(?:\\.s)?)(?![\\p{L}\\p{N}])` +
    `|\\((?:s|es?|nes?|ses?|ves?|trices?|rices?)\\)s?(?![\\p{L}\\p{N}])` +
    `|-(?:e-s|es|e|ne-s|nes|trices?|rices?)(?![\\p{L}\\p{N}'’-])`,
  'yu',
);

/** Linear in the length of the text. */
export function tokenize(text: string): Tokens {
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const word = match[0];
    if (word.startsWith('<')) continue;
    const end = match.index + word.length;
    const suffix = inclusiveSuffix({ text, word, end });
    keys.push(
      suffix === null ? foldWord(word) : foldInclusive({ base: word, suffix: suffix.replace(/[^\p{L}]/gu, '') }),
    );
    starts.push(match.index);
    ends.push(end + (suffix?.length ?? 0));
    WORD.lastIndex = end + (suffix?.length ?? 0);
  }
  return { keys, starts, ends };
}

function inclusiveSuffix({ text, word, end }: { text: string; word: string; end: number }): string | null {
  const next = text.charCodeAt(end);
  // Cheap test first: ( - . · • and the other dots.
  if (next !== 40 && next !== 45 && next !== 46 && next !== 183 && next < 8000) return null;
  if (word.length < 2 || !/\p{L}$/u.test(word)) return null;
  INCLUSIVE.lastIndex = end;
  return INCLUSIVE.exec(text)?.[0] ?? null;
}

/** Index of the first token that starts at or after `offset`. Logarithmic. */
export function tokenAt({ starts }: Tokens, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indices of the tokens that start in [start, end), in order. */
export function tokensBetween(tokens: Tokens, start: number, end: number): number[] {
  const from = tokenAt(tokens, start);
  return Array.from({ length: Math.max(0, tokenAt(tokens, end) - from) }, (_, step) => from + step);
}
