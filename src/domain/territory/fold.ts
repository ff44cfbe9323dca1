/**
 * Names of places, written in one way, so that people need not know how they are spelled.
 *
 * `foldName` undoes what keyboards and habits change (accents, hyphens, "st"); `soundKey`, what the ear cannot
 * tell. Both are for comparing, never for showing.
 */

/** Longest name kept; the longest in the country has 45 letters. */
const LONGEST = 120;

const SPELLED_OUT: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
  s: 'sur',
  ss: 'sous',
};

const ORDINAL = /^(\d{1,2})(?:er|ere|e|eme|ieme|nd|nde|ème)$/;

/** Lower case, no accent, words separated by one space, "st" spelled out, `11e` as `11`: `saint maur des fosses`. */
export function foldName(text: string): string {
  return wordsOf(text).join(' ');
}

/** The words of `foldName`. Empty when there is no letter or digit. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.map((word, position) => {
    // "s/Marne", "s Marne": alone at the end it is only a letter begun.
    if (word.length <= 2 && word.startsWith('s') && word !== 'st' && position === words.length - 1) return word;
    return SPELLED_OUT[word] ?? ORDINAL.exec(word)?.[1] ?? word;
  });
}

/** A folded word as it sounds: `champigny` and `champini` are both `khampini`. */
export function soundKey(word: string): string {
  return word
    .replaceAll('y', 'i')
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll('gn', 'n')
    .replaceAll('qu', 'k')
    .replace(/c(?=[ei])/g, 's')
    .replace(/[cq]/g, 'k')
    .replaceAll('z', 's')
    .replaceAll('eau', 'o')
    .replaceAll('au', 'o')
    .replace(/(.)\1+/g, '$1');
}

/** Several words as one sound; where two words meet, a letter said twice is heard once. */
export function joinSounds(sounds: readonly string[]): string {
  let joined = '';
  for (const sound of sounds) {
    const echo = joined !== '' && joined.at(-1) === sound.charAt(0);
    joined += echo ? sound.slice(1) : sound;
  }
  return joined;
}
