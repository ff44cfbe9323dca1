/**
 * A name of two words or more, written otherwise than in the directory: the surname first (« SECRET Paul »), or an initial in
 * place of the first name (« P. Secret », « Secret P. »). Nobody knows which word is the surname, so each may be. Capitals
 * tell these from words that only follow each other; the name as the directory writes it needs none (./private-names.ts).
 */

/** Words without accents nor capitals; one letter alone is an initial. */
type TurnedName = readonly string[];

type Word = { readonly plain: string; readonly startsName: boolean; readonly follows: boolean };

/** What stands in brackets is told of the person, and is no part of the name. */
export function turnedNames(name: string): readonly TurnedName[] {
  const words = wordsIn(name.replace(/\([^)]*\)/g, ' ')).map(({ plain }) => plain);
  return words.slice(1).flatMap((_, index) => {
    const [start, end] = [words.slice(0, index + 1), words.slice(index + 1)];
    return [[...end, ...start], ...withInitials(start, end), ...withInitials(end, start)];
  });
}

function withInitials(first: readonly string[], surname: readonly string[]): readonly TurnedName[] {
  const all = first.map((word) => word.slice(0, 1));
  const forms = all.length > 1 ? [all, all.slice(0, 1)] : [all];
  // « P. M. » is nobody's name.
  if (!surname.some((word) => word.length > 1)) return [];
  return forms.flatMap((initials) => [
    [...initials, ...surname],
    [...surname, ...initials],
  ]);
}

/** The words of texts that begin with a capital, to look for names in: `hold` says whether they follow each other there. */
export function capitalWords(texts: readonly string[]): { readonly hold: (name: TurnedName) => boolean } {
  const words = texts.flatMap(wordsIn);
  const places = new Map<string, number[]>();
  words.forEach(({ plain, startsName }, index) => {
    if (!startsName) return;
    const there = places.get(plain);
    if (there === undefined) places.set(plain, [index]);
    else there.push(index);
  });
  const isThere = (name: TurnedName, at: number): boolean =>
    name.every((plain, index) => {
      const word = words[at + index];
      return word?.plain === plain && word.startsName && (index === 0 || word.follows);
    });
  return { hold: (name) => (places.get(name[0] ?? '') ?? []).some((at) => isThere(name, at)) };
}

const WORD = /[\p{L}\p{N}]+/gu;
/** A point belongs to an initial; otherwise it ends a sentence. */
const BETWEEN = /^(?:[^\S\n]|[,’'-])+$/u;
const AFTER_INITIAL = /^(?:[^\S\n]|[,.-])*$/u;

function wordsIn(text: string): readonly Word[] {
  const letters = text.normalize('NFD').replace(/\p{Mn}/gu, '');
  let before = { length: 0, end: 0 };
  return [...letters.matchAll(WORD)].map(({ 0: word, index }) => {
    const gap = letters.slice(before.end, index);
    const follows = before.end > 0 && (before.length === 1 ? AFTER_INITIAL : BETWEEN).test(gap);
    const elided = word.length === 1 && /^[’']/u.test(letters.slice(index + 1));
    before = { length: word.length, end: index + word.length };
    return { plain: word.toLowerCase(), startsName: /^\p{Lu}/u.test(word) && !elided, follows };
  });
}
