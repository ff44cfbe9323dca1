/**
 * Folding: two words that differ only by typography get the same key.
 *
 * Case, accents, ligatures and inclusive marks (`élu·es`, `élu.e.s`, `élu(e)s`, `élue·s`) are not
 * differences between a charter and a pact; everything else is. Splitting text into words is in
 * ./tokens.ts; comparing sequences of keys is in ../align.
 */

const folded = new Map<string, string>();

/** Key of one plain word: lower case, no accents, `œ` as `oe`. Linear in the word's length. */
export function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const key = fold(word);
  if (folded.size > 50_000) folded.clear();
  folded.set(word, key);
  return key;
}

/** The same of a whole text, which stays as it was but for its letters. Linear in its length; nothing of it is kept. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/⁄/g, '');
}

function fold(word: string): string {
  const plain = foldText(word);
  return plain === 'euro' || plain === 'euros' ? '€' : plain;
}

/**
 * Key of a word with inclusive marks. `base` is what stands before the first mark, `suffix` the
 * letters after it, marks left out. Singular and plural share a key, and so do displaced marks.
 * The key ends with `·`, so that a plain masculine stays a different word.
 */
export function foldInclusive({ base, suffix }: { base: string; suffix: string }): string {
  const stem = foldWord(base).replace(/(?<=.{3})s$/, '');
  if (/(?:eur|f|er|x)$/.test(stem)) return `${stem}·`;
  const joined = (stem + foldWord(suffix)).replace(/s$/, '').replace(/e$/, '');
  return `${joined.replace(/([b-df-hj-np-tv-z])\1$/, '$1')}·`;
}

/** A looser key for finding where a text speaks of something: no plural, no final e, no inclusive mark. */
export function loosen(key: string): string {
  const plain = key.endsWith('·') ? key.slice(0, -1) : key;
  return plain.length > 3 ? plain.replace(/(?:aux$)/, 'al').replace(/(?:es|s|x|e)$/, '') : plain;
}
