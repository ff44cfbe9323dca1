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
  const { among, shares } = smallWords(sample);
  const french = shares.get('fra') ?? 0;
  for (const [language, share] of shares) if (share > 0.06 && share > 3 * french) return language;
  if (french > 0.06) return null;
  const scores = francAll(sample);
  const [best] = scores;
  if (best === undefined || best[0] === 'und') return null;
  // Without one small word of French in a page, letters that look French are code, or a sentence said thirty times.
  if (french < 0.01 && among >= ENOUGH_WORDS) return scores.find(([language]) => language !== 'fra')?.[0] ?? best[0];
  // Scores go from 1 (best) down, in hundredths between neighbours: a close second means that nobody knows.
  const score = scores.find(([language]) => language === 'fra')?.[1] ?? 0;
  return score > 0.997 ? null : best[0];
}

/** A list of names and numbers may do without small words; this many words without one are no French text. */
const ENOUGH_WORDS = 80;

/**
 * Small words of each language that French, and as far as possible its neighbours, do not share: `de` or `la` would
 * speak for Spanish as well. Prose is made of them for a fifth; another language's stay below 0.03.
 */
const SMALL_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    fra: 'à au aux avec ce ces cette dans des du est et leur leurs les ne nos notre nous ou où pas plus pour qui sont sur une vous',
    eng: 'the of and with its this that these their our for from by to is are was will shall which who it we you at be been have has not',
    spa: 'el los las y del con por para una este esta estos como más pero sus nuestro nuestra muy sobre entre también',
    ita: 'il gli di che della delle dei degli nel nella con per una più sono questo questa nostro nostra anche agli alla',
    deu: 'der die das und den dem mit ist von für auf nicht eine einen sich im wir unsere werden auch zu',
    nld: 'het een van en met voor niet zijn wij onze worden ook aan naar bij door',
    por: 'o os do dos da das em um uma com não para pelo pela ao às nosso nossa também mais',
  }).flatMap(([language, words]) => words.split(' ').map((word): [string, string] => [word, language])),
);

/** The part of the words that is small words, by language. */
function smallWords(sample: string): { among: number; shares: ReadonlyMap<string, number> } {
  const words = sample.toLowerCase().split(/[\s'’]+/u);
  const shares = new Map<string, number>();
  for (const word of words) {
    const language = SMALL_WORDS.get(word);
    if (language !== undefined) shares.set(language, (shares.get(language) ?? 0) + 1 / words.length);
  }
  return { among: words.length, shares };
}
