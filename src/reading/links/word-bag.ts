/** What a text speaks of: its telling words, each under one key with the words as written, heavier in a title. */
import { LITTLE_WORDS } from '../align/reference.ts';
import { loosen } from '../text/fold.ts';
import { tokenize } from '../text/tokens.ts';
import { familyAt, patternsFrom, type Pattern } from './word-families.ts';

export type Told = { readonly weight: number; readonly words: string };
export type WordBag = ReadonlyMap<string, Told>;

/** A word of a title tells as much as several of the text. */
export const IN_TITLE = 3;
/** A sheet that repeats itself tells no more by it. */
const MOST = 4;
/** Words of a text that are looked at: what comes after, tables and annexes most often, tells of everything. */
const LENGTH = 2000;

/** Linear in the length of the text, which is cut at 2,000 characters. */
export function wordBag({ title, text }: { readonly title: string; readonly text: string }): WordBag {
  const bag = new Map<string, Told>();
  add(bag, title, IN_TITLE);
  add(bag, text.slice(0, LENGTH), 1);
  return bag;
}

function add(bag: Map<string, Told>, text: string, weight: number): void {
  const { keys, starts, ends } = tokenize(text);
  let at = 0;
  while (at < keys.length) {
    const word = known(keys[at] ?? '');
    const family = word.patterns.length === 0 ? null : familyAt(word.patterns, { keys, at });
    const length = family?.length ?? 1;
    const key = family === null ? word.stem : `family ${family.family}`;
    if (key !== null) {
      const before = bag.get(key);
      const words = before?.words ?? text.slice(starts[at], ends[at + length - 1]).toLowerCase();
      bag.set(key, { weight: Math.min(MOST, (before?.weight ?? 0) + weight), words });
    }
    at += length;
  }
}

type Word = { readonly stem: string | null; readonly patterns: readonly Pattern[] };
const words = new Map<string, Word>();

/** A language has few words, said again and again. */
function known(key: string): Word {
  const before = words.get(key);
  if (before !== undefined) return before;
  const word = { stem: stemOf(key), patterns: patternsFrom(key) };
  if (words.size > 20_000) words.clear();
  words.set(key, word);
  return word;
}

/** Null for words that tell nothing: little words, figures, two letters. */
export function stemOf(key: string): string | null {
  const loose = loosen(key);
  if (loose.length < 3 || LITTLE_WORDS.has(loose) || EVERYWHERE.has(loose) || /^\d/.test(loose)) return null;
  for (const ending of ENDINGS) {
    if (loose.length - ending.length < 5 || !loose.endsWith(ending)) continue;
    const stem = loose.slice(0, -ending.length);
    return EVERYWHERE.has(stem) ? null : stem;
  }
  return loose;
}

/** The longest first: `sensibilisation` and `sensibiliser` are one. */
const ENDINGS = [
  ...['issement', 'ification', 'isation', 'ifier', 'ation', 'ateur', 'atrice', 'ement', 'iser', 'tion', 'eur', 'euse'],
  ...['ment', 'iqu', 'ant', 'ive', 'age', 'ee', 'er', 'ir', 'if', 'e'],
].toSorted((a, b) => b.length - a.length);

/** Words of every sheet and every promise, as loosened: they would bring everything near everything. */
const EVERYWHERE: ReadonlySet<string> = new Set(
  (
    'action projet commun municipal municipaux ville maire mairie territoir local locaux locau public publiqu servic plac mettr mise ' +
    'oeuvr creer creation developp developpement soutenir soutien favoris promouvoir promotion accompagn encourag renforc ' +
    'habitant citoyen citoyenn collectivit mesur niveau pact transition etr avoir fair permettr part objectif moyen annee an ' +
    'ensembl different nouveau nouvel nouvell autr possibl cadr form partir lien travail organis propos politiqu elu acteur ' +
    'aupr lor lieu afin notamment tout minimum place personn information informer sensibilis sensibilisation plan programm ' +
    'ver chacun disposition demarch source actuel actuell existant disposer proposer travers base biai suivi bilan sourc ces sont ans pourront monde rendr ains cett tourn ' +
    'engag chaqu permett particulier doit doiv comm parti utilis grand traver aussi'
  ).split(' '),
);
