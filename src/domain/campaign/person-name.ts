/**
 * Could two names be one person? A collective's member and somebody on a list, in one municipality.
 *
 * An answer is a suspicion to be told to the person, never a fact: people share names, marry, and shorten what they are
 * called. Accents, hyphens, capitals and the order of the names never count; of a married name one half is enough; of
 * several given names the first. Initials and other forms of a given name (Jo for Josiane) are not guessed.
 */
import { nameKey } from './name-key.ts';

/** As a list prints it: `MARTIN-DUPONT` and `Marie-Hélène`. */
export type PrintedName = { readonly family: string; readonly given: string };

/** `same`: every word agrees, in any order. `close`: the first given name and one of the family names. */
export type NameLikeness = 'same' | 'close';

/** `typed` is a whole name in any order: `Marie Hélène Martin`. Null: nothing suggests one person. */
export function namesAlike(typed: string, printed: PrintedName): NameLikeness | null {
  const words = wordsOf(typed);
  const family = wordsOf(printed.family);
  const given = wordsOf(printed.given);
  if (words.length < 2 || family.length === 0 || given.length === 0) return null;
  const whole = joined(typed);
  const [surname, first] = [joined(printed.family), joined(printed.given)];
  if (whole === first + surname || whole === surname + first) return 'same';
  if (sameWords(words, [...family, ...given])) return 'same';
  return hasGivenName(words, given) && hasFamilyName(words, family, given) ? 'close' : null;
}

/** Words that stand in names without telling people apart. */
const PARTICLES = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'l',
  'les',
  'epouse',
  'ep',
  'nee',
  'ne',
  'veuve',
  'von',
  'van',
  'el',
  'al',
  'ben',
  'm',
  'mme',
  'mr',
]);

function wordsOf(name: string): readonly string[] {
  return nameKey(name)
    .split(' ')
    .filter((word) => word !== '' && !PARTICLES.has(word));
}

/** `Le Goff` and `LEGOFF` are written in one word or in two. */
function joined(name: string): string {
  return nameKey(name).replaceAll(' ', '');
}

function sameWords(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.toSorted().join(' ') === others.toSorted().join(' ');
}

function hasGivenName(words: readonly string[], given: readonly string[]): boolean {
  const [first = ''] = given;
  return words.includes(first) || words.includes(given.join(''));
}

/** A word that is only the given name does not count as the family name: `Martin Pierre` is not `Martin Martin`. */
function hasFamilyName(words: readonly string[], family: readonly string[], given: readonly string[]): boolean {
  const left = [...words];
  for (const word of [given.join(''), ...given]) {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
  }
  return family.some((word) => word.length > 1 && left.includes(word)) || left.includes(family.join(''));
}
