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
  if (frenchShare(sample) > 0.06) return null;
  const [best, ...others] = francAll(sample);
  if (best === undefined || best[0] === 'fra' || best[0] === 'und') return null;
  const french = others.find(([language]) => language === 'fra');
  // Scores go from 1 (best) down, in hundredths between neighbours: a close second means that nobody knows.
  return french !== undefined && french[1] > 0.994 ? null : best[0];
}

/** Small words of French that its neighbours do not share: `de` or `la` would speak for Spanish as well. */
const FRENCH_WORDS = new Set(
  'à au aux avec ce ces cette dans des du est et leur leurs les ne nos notre nous ou où pas plus pour qui sont sur une vous'.split(
    ' ',
  ),
);

/** The part of words that hold a French sentence together: about 0.2 in prose, below 0.03 in Spanish or Italian. */
function frenchShare(sample: string): number {
  const words = sample.toLowerCase().split(/[\s'’]+/u);
  return words.filter((word) => FRENCH_WORDS.has(word)).length / Math.max(words.length, 1);
}
