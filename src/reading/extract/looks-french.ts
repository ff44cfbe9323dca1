/**
 * Whether a text is worth reading with French rules. A guess on the side of yes: only a long text that is
 * clearly something else is turned away.
 */
import { francAll } from 'franc-min';

/** Shorter texts, names and figures say too little. */
const SHORTEST = 300;
/** The cost stays the same however long the document is. */
const SAMPLE = 6_000;

export function looksFrench(text: string): boolean {
  return otherLanguage(text) === null;
}

/** The ISO 639-3 code of the language that the text is clearly in, null when French is possible. */
export function otherLanguage(text: string): string | null {
  const words = text.replaceAll(/[^\p{L}\p{M}'’]+/gu, ' ').trim();
  if (words.length < SHORTEST) return null;
  // From the middle: the first lines are often names, titles and addresses.
  const from = Math.max(0, Math.floor((words.length - SAMPLE) / 2));
  const sample = words.slice(from, from + SAMPLE);
  const french = frenchWords(sample);
  if (french.share > 0.06) return null;
  const scores = francAll(sample);
  const [best] = scores;
  if (best === undefined || best[0] === 'und') return null;
  // Without one small word of French in a page, letters that look French are code, or a sentence said thirty times.
  if (french.share < 0.01 && french.among >= ENOUGH_WORDS)
    return scores.find(([language]) => language !== 'fra')?.[0] ?? best[0];
  // Scores go from 1 (best) down, in hundredths between neighbours: a close second means that nobody knows.
  const score = scores.find(([language]) => language === 'fra')?.[1] ?? 0;
  return score > 0.997 ? null : best[0];
}

/** A list of names and numbers may do without small words; this many words without one are no French text. */
const ENOUGH_WORDS = 80;

/** Small words of French that its neighbours do not share: `de` or `la` would speak for Spanish as well. */
const FRENCH_WORDS = new Set(
  'à au aux avec ce ces cette dans des du est et leur leurs les ne nos notre nous ou où pas plus pour qui sont sur une vous'.split(
    ' ',
  ),
);

/** The part of words that hold a French sentence together: about 0.2 in prose, below 0.03 in Spanish or Italian. */
function frenchWords(sample: string): { share: number; among: number } {
  const words = sample.toLowerCase().split(/[\s'’]+/u);
  return { share: words.filter((word) => FRENCH_WORDS.has(word)).length / words.length, among: words.length };
}
