/**
 * What a reader without our alignment finds in a pact: two baselines, to know what ours is worth.
 *
 * - by number: a line that begins with a number names that measure;
 * - by fuzzy search: a line names the measure whose title a fuzzy-search library (Fuse.js) finds nearest.
 *
 * Both take a level as accepted when its label stands after the measure. No more is given them.
 */
import Fuse from 'fuse.js';
import type { Edition } from '#domain/charter/edition.ts';
import type { Found } from './found.ts';

export type Baseline = { readonly name: string; readonly read: (text: string, edition: Edition) => Found };

export const BASELINES: readonly Baseline[] = [
  { name: 'numéro', read: (text, edition) => walk(text, byNumber(edition)) },
  { name: 'recherche floue', read: (text, edition) => walk(text, byFuzzySearch(edition)) },
];

type MeasureOf = (line: string) => number | null;

function walk(text: string, measureOf: MeasureOf): Found {
  const measures = new Set<string>();
  const levels = new Set<string>();
  let measure: number | null = null;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const label = /^\W*(?:N|Niveau\s?)([1-3])/u.exec(line);
    if (label === null) measure = measureOf(line) ?? measure;
    if (measure === null) continue;
    measures.add(String(measure));
    for (const [, level] of line.matchAll(/\b(?:N|Niveau\s?)([1-3])\b/gu))
      levels.add(`${measure} N${level ?? ''} accepted`);
  }
  return { measures, levels, local: new Set() };
}

function byNumber({ measures }: Edition): MeasureOf {
  const known = new Set(measures.map(({ number }) => number));
  return (line) => {
    const number = Number(/^\W*(?:\p{L}+\s)?\D{0,3}(\d{1,2})\b/u.exec(line)?.[1]);
    return known.has(number) ? number : null;
  };
}

function byFuzzySearch({ measures }: Edition): MeasureOf {
  const fuse = new Fuse(measures, { keys: ['title'], includeScore: true, threshold: 0.4, ignoreLocation: true });
  return (line) => {
    if (line.trim().length < 15) return null;
    // Longer patterns only slow the library down: it matches their first 32 characters a block.
    return fuse.search(line.trim().slice(0, 120), { limit: 1 })[0]?.item.number ?? null;
  };
}
