/**
 * A charter edition prepared for reading: its words folded once, with the weight of each.
 *
 * A word weighs what it tells: « logiciel » names one measure, « commune » names none. Weights are
 * inverse frequencies over the titles (and over the measures' whole texts), little words almost nil.
 */
import type { Edition, Measure } from '#domain/charter/edition.ts';
import { loosen } from '#reading/text/fold.ts';
import { tokenize } from '#reading/text/tokens.ts';

export type Words = {
  readonly text: string;
  readonly keys: readonly string[];
  readonly loose: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

export type ReferenceClause = {
  readonly clause: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

/** A level's clauses as one run of words; each clause knows its part of it. */
export type ReferenceLevel = {
  readonly level: number;
  readonly words: Words;
  readonly clauses: readonly ReferenceClause[];
  readonly bag: ReadonlySet<string>;
};

export type ReferenceMeasure = {
  readonly number: number;
  readonly title: Words;
  readonly titleWeight: number;
  readonly levels: readonly ReferenceLevel[];
  /** Every looser key of title and levels. */
  readonly bag: ReadonlySet<string>;
};

export type ReferencePrinciple = { readonly letter: string; readonly title: Words; readonly text: Words };

export type Reference = {
  readonly edition: Edition;
  readonly measures: ReadonlyMap<number, ReferenceMeasure>;
  readonly principles: readonly ReferencePrinciple[];
  /** Measures whose title holds a looser key. */
  readonly byTitleWord: ReadonlyMap<string, readonly number[]>;
  /** Weight of a looser key among titles: about 0.2 for little words, up to 3.5 for telling ones. */
  readonly weight: (loose: string) => number;
};

const prepared = new WeakMap<Edition, Reference>();

/** Prepared once per edition. Cost linear in the edition's length. */
export function referenceOf(edition: Edition): Reference {
  const known = prepared.get(edition);
  if (known !== undefined) return known;
  const reference = prepare(edition);
  prepared.set(edition, reference);
  return reference;
}

export function wordsOf(text: string): Words {
  const { keys, starts, ends } = tokenize(text);
  return { text, keys, loose: keys.map(loosen), starts, ends };
}

function prepare(edition: Edition): Reference {
  const byTitleWord = new Map<string, number[]>();
  for (const measure of edition.measures)
    for (const word of new Set(wordsOf(measure.title).loose)) {
      const known = byTitleWord.get(word);
      if (known === undefined) byTitleWord.set(word, [measure.number]);
      else known.push(measure.number);
    }
  const count = edition.measures.length;
  const weight = (loose: string): number => {
    if (LITTLE_WORDS.has(loose)) return 0.2;
    return Math.log(1 + count / (byTitleWord.get(loose)?.length ?? 2));
  };
  return {
    edition,
    measures: new Map(edition.measures.map((measure) => [measure.number, prepareMeasure(measure, weight)])),
    principles: edition.principles.map(({ letter, title, text }) => ({
      letter,
      title: wordsOf(title),
      text: wordsOf(text),
    })),
    byTitleWord,
    weight,
  };
}

function prepareMeasure(measure: Measure, weight: (loose: string) => number): ReferenceMeasure {
  const title = wordsOf(measure.title);
  const levels = measure.levels.map(({ level, clauses }): ReferenceLevel => {
    const parts = clauses.map(({ clause, text }) => ({ clause, text, words: wordsOf(text) }));
    let from = 0;
    let offset = 0;
    const placed: ReferenceClause[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    for (const { clause, text, words } of parts) {
      placed.push({ clause, text, from, to: from + words.keys.length });
      starts.push(...words.starts.map((start) => start + offset));
      ends.push(...words.ends.map((end) => end + offset));
      from += words.keys.length;
      offset += text.length + 1;
    }
    const loose = parts.flatMap(({ words }) => words.loose);
    return {
      level,
      words: {
        text: clauses.map(({ text }) => text).join('\n'),
        keys: parts.flatMap(({ words }) => words.keys),
        loose,
        starts,
        ends,
      },
      clauses: placed,
      bag: new Set(loose),
    };
  });
  return {
    number: measure.number,
    title,
    titleWeight: title.loose.reduce((sum, word) => sum + weight(word), 0),
    levels,
    bag: new Set([...title.loose, ...levels.flatMap((level) => [...level.bag])]),
  };
}

/** Looser keys of words that tell nothing by themselves. */
export const LITTLE_WORDS: ReadonlySet<string> = new Set(
  (
    'a au aux al avec ce cet cett c d dan dans de des du elle elles en est et etr il ils j je l la le les leur leurs ' +
    'lor m mai mais me mem n ne ni nos notr nou nous o on ont or ou par pas plu plus pour qu que qui quoi s sa san sans se ses si ' +
    'son sou sous sur t te tou tout toutes toute tous un une unes vers vo vos votr y etc afin ainsi notamment nota comme dont chez entr entre celle'
  ).split(' '),
);
