/**
 * Folding: the same letters without accents, case or curly apostrophes, so that "MAITRISER" meets "Maîtriser".
 *
 * `foldKeepingLength` keeps one UTF-16 unit for one, so that a match found in the folded text has the same offsets in the
 * text itself. It never drops or adds a character. Cost: linear.
 */
import { foldWord } from '#reading/text/fold.ts';

const SINGLE: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '‐': '-',
  '‑': '-',
  œ: 'o',
  Œ: 'o',
  æ: 'a',
  Æ: 'a',
  ᵉ: 'e',
  ʳ: 'r',
  ᵈ: 'd',
  '\u00a0': ' ',
  '\u202f': ' ',
};

const known = new Map<string, string>();

/** Lower case, no accent, straight apostrophes; same length as `text`, position for position. */
export function foldKeepingLength(text: string): string {
  if (/^[\x20-\x7e\t\n]*$/.test(text)) return text.toLowerCase();
  let folded = '';
  for (const unit of text.split('')) folded += unit < '\x7f' ? unit.toLowerCase() : foldUnit(unit);
  return folded;
}

/** Words of letters and digits, folded as everywhere else: what two wordings are compared by. */
export function foldedWords(text: string): string[] {
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(foldWord);
}

/** Letters and digits only: "Disco-soupe" and "DISCO SOUPE" are the same title. */
export function foldedLetters(text: string): string {
  return foldedWords(text).join('');
}

function foldUnit(unit: string): string {
  let folded = known.get(unit);
  if (folded === undefined) {
    folded = SINGLE[unit] ?? unit.normalize('NFD')[0]?.toLowerCase() ?? unit;
    if (folded.length !== 1) folded = unit;
    known.set(unit, folded);
  }
  return folded;
}
